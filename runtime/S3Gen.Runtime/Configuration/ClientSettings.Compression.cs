namespace S3Gen.Runtime.Configuration;

internal sealed partial class ClientSettings
{
    private const int DefaultMinCompressionSize = 10_240;
    private const int MaxMinCompressionSize = 10_485_760;

    internal bool DisableRequestCompression { get; private set; }

    internal int RequestMinCompressionSize { get; private set; }

    private void ReadCompression(SettingsReader reader)
    {
        DisableRequestCompression = Options.DisableRequestCompression ?? reader.Boolean("AWS_DISABLE_REQUEST_COMPRESSION") ?? false;
        RequestMinCompressionSize = Options.RequestMinCompressionSize ?? reader.Integer("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES") ?? DefaultMinCompressionSize;
        reader.Check(
            RequestMinCompressionSize is >= 0 and <= MaxMinCompressionSize,
            $"{nameof(ClientOptions.RequestMinCompressionSize)} is {RequestMinCompressionSize}, which is not within 0 and {MaxMinCompressionSize}");
    }
}

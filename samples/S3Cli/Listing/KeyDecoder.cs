using S3Gen;

namespace S3Cli.Listing;

/// <summary>Takes keys out of a listing. Stores that do not know of encoded listings send keys as they are, and do not say that they encode.</summary>
internal readonly struct KeyDecoder(EncodingType? encoding)
{
    private readonly bool _isEncoded = encoding == EncodingType.Url;

    public string Decode(string? key) => _isEncoded ? ObjectKey.Decode(key ?? string.Empty) : key ?? string.Empty;
}

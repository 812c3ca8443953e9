namespace S3Gen.Runtime.Configuration;

/// <summary>How large objects are cut into parts, and when checksums are made.</summary>
internal static class TransferSettings
{
    private const long MiB = 1L << 20;
    private const long LeastPartSize = 5 * MiB;
    private const long MostPartSize = 5L << 30;

    internal static readonly Setting<long> MultipartThreshold = new(
        nameof(ClientOptions.MultipartThreshold), SettingParsers.Size, 5 * MiB,
        SettingKey.Variable("S3_INTEGRATION_MULTIPART_THRESHOLD"),
        SettingKey.Profile("s3.multipart_threshold")) { Rule = SettingRules.Between(1, MostPartSize) };

    internal static readonly Setting<long> MultipartPartSize = new(
        nameof(ClientOptions.MultipartPartSize), SettingParsers.Size, 8 * MiB,
        SettingKey.Variable("S3_INTEGRATION_MULTIPART_PART_SIZE"),
        SettingKey.Profile("s3.multipart_part_size"),
        SettingKey.Profile("s3.multipart_chunksize")) { Rule = SettingRules.Between(LeastPartSize, MostPartSize) };

    internal static readonly Setting<int> MultipartConcurrency = new(
        nameof(ClientOptions.MultipartConcurrency), SettingParsers.Integer, 4,
        SettingKey.Variable("S3_INTEGRATION_MULTIPART_CONCURRENCY"),
        SettingKey.Profile("s3.multipart_concurrency"),
        SettingKey.Profile("s3.max_concurrent_requests")) { Rule = SettingRules.Between(1, 1000) };

    internal static readonly Setting<int> BufferSize = new(
        nameof(ClientOptions.BufferSize), SettingParsers.Integer, Streaming.StreamCopy.PieceSize,
        SettingKey.Variable("S3_INTEGRATION_BUFFER_SIZE"),
        SettingKey.Profile("s3.buffer_size")) { Rule = SettingRules.Between(8 * 1024, 1024 * 1024) };

    /// <summary>The default depends on the endpoint: see <see cref="ClientSettings"/>.</summary>
    internal static readonly Setting<ChunkedEncoding> ChunkedEncoding = new(
        nameof(ClientOptions.ChunkedEncoding),
        SettingParsers.ChunkedEncoding, Runtime.ChunkedEncoding.WhenSupported,
        SettingKey.Variable("S3_INTEGRATION_CHUNKED_ENCODING"),
        SettingKey.Profile("s3.chunked_encoding"));

    /// <summary>The default depends on the endpoint: see <see cref="ClientSettings"/>.</summary>
    internal static readonly Setting<ChecksumPolicy> RequestChecksumCalculation = new(
        nameof(ClientOptions.RequestChecksumCalculation),
        SettingParsers.ChecksumPolicy, ChecksumPolicy.WhenSupported,
        SettingKey.Variable("AWS_REQUEST_CHECKSUM_CALCULATION"),
        SettingKey.Profile("request_checksum_calculation"));

    /// <summary>The default depends on the endpoint: see <see cref="ClientSettings"/>.</summary>
    internal static readonly Setting<ChecksumPolicy> ResponseChecksumValidation = new(
        nameof(ClientOptions.ResponseChecksumValidation),
        SettingParsers.ChecksumPolicy, ChecksumPolicy.WhenSupported,
        SettingKey.Variable("AWS_RESPONSE_CHECKSUM_VALIDATION"),
        SettingKey.Profile("response_checksum_validation"));
}

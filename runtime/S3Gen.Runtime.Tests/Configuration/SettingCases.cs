using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Configuration;

/// <summary>All settings: the specification's schema, and those of the AWS SDKs.</summary>
internal static class SettingCases
{
    public static IEnumerable<SettingCase> All => [.. Core(), .. Endpoints(), .. Times(), .. Resilience(), .. Connections(), .. Transfers(), .. Metadata()];

    public static IEnumerable<SettingCase> WithVariables => All.Where(static setting => setting.Variables.Length > 0);

    public static IEnumerable<SettingCase> WithProfileKeys => All.Where(static setting => setting.ProfileKeys.Length > 0);

    private static IEnumerable<SettingCase> Core() =>
    [
        new(nameof(ClientOptions.Profile), "default", (new() { Profile = "code" }, "code"), [("AWS_PROFILE", "p", "p")], []),
        new(
            nameof(ClientOptions.Region), "us-east-1", (new() { Region = "eu-north-1" }, "eu-north-1"),
            [("AWS_REGION", "eu-west-1", "eu-west-1"), ("AWS_DEFAULT_REGION", "eu-west-2", "eu-west-2")],
            [("region", "eu-west-3", "eu-west-3")]),
        new(
            nameof(ClientOptions.EndpointUrl), null, (new() { EndpointUrl = new Uri("http://code:1/x") }, "http://code:1/x"),
            [("AWS_ENDPOINT_URL_S3", "http://s3:2", "http://s3:2/"), ("AWS_ENDPOINT_URL", "http://all:3", "http://all:3/")],
            [("endpoint_url", "http://profile:4", "http://profile:4/")]),
        Boolean(
            nameof(ClientOptions.IgnoreConfiguredEndpointUrls), "False", new() { IgnoreConfiguredEndpointUrls = true },
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls"),
        Boolean(nameof(ClientOptions.ForcePathStyle), null, new() { ForcePathStyle = true }, "S3_INTEGRATION_PATH_STYLE", "s3.path_style"),
        Boolean(nameof(ClientOptions.UseDualStack), "False", new() { UseDualStack = true }, "AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint"),
        Boolean(nameof(ClientOptions.UseFips), "False", new() { UseFips = true }, "AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint"),
    ];

    private static IEnumerable<SettingCase> Endpoints() =>
    [
        new(nameof(ClientOptions.UseAccelerate), null, (new() { UseAccelerate = true }, "True"), [], [("s3.use_accelerate_endpoint", "true", "True")]),
        new(
            nameof(ClientOptions.UseArnRegion), null, (new() { UseArnRegion = true }, "True"), [("AWS_S3_USE_ARN_REGION", "false", "False")],
            [("s3_use_arn_region", "false", "False"), ("s3.use_arn_region", "true", "True")]),
        new(
            nameof(ClientOptions.DisableMultiRegionAccessPoints), null, (new() { DisableMultiRegionAccessPoints = true }, "True"),
            [("AWS_S3_DISABLE_MULTIREGION_ACCESS_POINTS", "true", "True")],
            [("s3_disable_multiregion_access_points", "TRUE", "True"), ("s3.s3_disable_multiregion_access_points", "false", "False")]),
        Boolean(
            nameof(ClientOptions.DisableS3ExpressSessionAuth), null, new() { DisableS3ExpressSessionAuth = true },
            "AWS_S3_DISABLE_EXPRESS_SESSION_AUTH", "s3_disable_express_session_auth"),
        new(
            nameof(ClientOptions.UseUsEast1GlobalEndpoint), null, (new() { UseUsEast1GlobalEndpoint = true }, "True"),
            [("AWS_S3_US_EAST_1_REGIONAL_ENDPOINT", "legacy", "True")],
            [("s3_us_east_1_regional_endpoint", "regional", "False"), ("s3.us_east_1_regional_endpoint", "legacy", "True")]),
        Boolean(
            nameof(ClientOptions.DisableHostPrefix), "False", new() { DisableHostPrefix = true },
            "AWS_DISABLE_HOST_PREFIX_INJECTION", "disable_host_prefix_injection"),
    ];

    private static IEnumerable<SettingCase> Times() =>
    [
        Duration(nameof(ClientOptions.ConnectTimeout), "00:00:05", new() { ConnectTimeout = TimeSpan.FromSeconds(9) }, "connect_timeout_ms", "S3_INTEGRATION_CONNECT_TIMEOUT_MS"),
        Duration(nameof(ClientOptions.ReadTimeout), "00:00:30", new() { ReadTimeout = TimeSpan.FromSeconds(9) }, "read_timeout_ms", "S3_INTEGRATION_READ_TIMEOUT_MS"),
        Duration(
            nameof(ClientOptions.OperationTimeout), "00:01:00", new() { OperationTimeout = TimeSpan.FromSeconds(9) },
            "operation_timeout_ms", "S3_INTEGRATION_TIMEOUT_MS", "S3_TIMEOUT_MS"),
        Duration(
            nameof(ClientOptions.SlowRequestThreshold), "00:00:05", new() { SlowRequestThreshold = TimeSpan.FromSeconds(9) },
            "slow_request_ms", "S3_INTEGRATION_SLOW_REQUEST_MS"),
        new(
            nameof(ClientOptions.MaxRetries), "3", (new() { MaxRetries = 9 }, "9"),
            [("S3_INTEGRATION_MAX_RETRIES", "7", "7"), ("S3_MAX_RETRIES", "6", "6"), ("AWS_MAX_ATTEMPTS", "6", "5")],
            [("s3.max_retries", "2", "2"), ("max_attempts", "2", "1")]),
        new(
            nameof(ClientOptions.RetryMode), "Standard", (new() { RetryMode = RetryMode.Standard }, "Standard"),
            [("AWS_RETRY_MODE", "adaptive", "Adaptive")], [("retry_mode", "Adaptive", "Adaptive")]),
        Duration(nameof(ClientOptions.InitialBackoff), "00:00:00.1000000", new() { InitialBackoff = TimeSpan.FromSeconds(9) }, "initial_backoff_ms", "S3_INTEGRATION_INITIAL_BACKOFF_MS"),
        Duration(nameof(ClientOptions.MaxBackoff), "00:00:20", new() { MaxBackoff = TimeSpan.FromSeconds(9) }, "max_backoff_ms", "S3_INTEGRATION_MAX_BACKOFF_MS"),
        new(
            nameof(ClientOptions.BackoffMultiplier), "2", (new() { BackoffMultiplier = 9 }, "9"),
            [("S3_INTEGRATION_BACKOFF_MULTIPLIER", "1.5", "1.5")], [("s3.backoff_multiplier", "3.5", "3.5")]),
    ];

    private static IEnumerable<SettingCase> Resilience() =>
    [
        Duration(nameof(ClientOptions.ThrottlingBackoff), "00:00:01", new() { ThrottlingBackoff = TimeSpan.FromSeconds(9) }, "throttling_backoff_ms", "S3_INTEGRATION_THROTTLING_BACKOFF_MS"),
        Count(nameof(ClientOptions.CircuitFailureThreshold), "5", new() { CircuitFailureThreshold = 9 }, "S3_INTEGRATION_CB_THRESHOLD", "s3.circuit_failure_threshold"),
        Duration(nameof(ClientOptions.CircuitResetTimeout), "00:00:30", new() { CircuitResetTimeout = TimeSpan.FromSeconds(9) }, "circuit_reset_timeout_ms", "S3_INTEGRATION_CB_RESET_MS"),
        Count(nameof(ClientOptions.CircuitHalfOpenRequests), "3", new() { CircuitHalfOpenRequests = 9 }, "S3_INTEGRATION_CB_HALF_OPEN", "s3.circuit_half_open_requests"),
        Count(nameof(ClientOptions.RateLimitRequestsPerSecond), null, new() { RateLimitRequestsPerSecond = 9 }, "S3_INTEGRATION_RATE_LIMIT_RPS", "s3.rate_limit_rps"),
        Count(nameof(ClientOptions.RateLimitBurst), null, new() { RateLimitBurst = 9 }, "S3_INTEGRATION_RATE_LIMIT_BURST", "s3.rate_limit_burst"),
        Count(nameof(ClientOptions.RateLimitQueueLimit), "1000", new() { RateLimitQueueLimit = 9 }, "S3_INTEGRATION_RATE_LIMIT_QUEUE", "s3.rate_limit_queue"),
        new(
            nameof(ClientOptions.HedgingDelay), null, (new() { HedgingDelay = TimeSpan.FromSeconds(9) }, "00:00:09"),
            [("S3_INTEGRATION_HEDGING_DELAY_MS", "7000", "00:00:07")], [("s3.hedging_delay_ms", "6000", "00:00:06")]),
    ];

    private static IEnumerable<SettingCase> Connections() =>
    [
        new(
            nameof(ClientOptions.MaxConnections), "100", (new() { MaxConnections = 9 }, "9"),
            [("S3_INTEGRATION_MAX_CONNECTIONS", "7", "7")], [("s3.max_connections", "6", "6")]),
        Duration(nameof(ClientOptions.IdleTimeout), "00:01:30", new() { IdleTimeout = TimeSpan.FromSeconds(9) }, "idle_timeout_ms", "S3_INTEGRATION_IDLE_TIMEOUT_MS"),
        Duration(
            nameof(ClientOptions.ConnectionLifetime), "00:05:00", new() { ConnectionLifetime = TimeSpan.FromSeconds(9) },
            "connection_lifetime_ms", "S3_INTEGRATION_CONNECTION_LIFETIME_MS"),
        new(
            nameof(ClientOptions.KeepAlive), "True", (new() { KeepAlive = true }, "True"),
            [("S3_INTEGRATION_KEEP_ALIVE", "false", "False")], [("s3.keep_alive", "false", "False")]),
        new(
            nameof(ClientOptions.CaBundle), null, (new() { CaBundle = TestCertificates.BundlePath }, TestCertificates.BundlePath),
            [("AWS_CA_BUNDLE", TestCertificates.BundlePath, TestCertificates.BundlePath)], [("ca_bundle", TestCertificates.BundlePath, TestCertificates.BundlePath)]),
        new(nameof(ClientOptions.VerifyCertificates), "True", (new() { VerifyCertificates = false }, "False"), [], []),
        new(nameof(ClientOptions.AllowCustomerKeysOverHttp), "False", (new() { AllowCustomerKeysOverHttp = true }, "True"), [], []),
    ];

    private static IEnumerable<SettingCase> Transfers() =>
    [
        new(
            nameof(ClientOptions.MultipartThreshold), "5242880", (new() { MultipartThreshold = 9_000_000 }, "9000000"),
            [("S3_INTEGRATION_MULTIPART_THRESHOLD", "7000000", "7000000")], [("s3.multipart_threshold", "64MB", "67108864")]),
        new(
            nameof(ClientOptions.MultipartPartSize), "8388608", (new() { MultipartPartSize = 9_000_000 }, "9000000"),
            [("S3_INTEGRATION_MULTIPART_PART_SIZE", "7000000", "7000000")],
            [("s3.multipart_part_size", "16MiB", "16777216"), ("s3.multipart_chunksize", "1gb", "1073741824")]),
        new(
            nameof(ClientOptions.MultipartConcurrency), "4", (new() { MultipartConcurrency = 9 }, "9"),
            [("S3_INTEGRATION_MULTIPART_CONCURRENCY", "7", "7")], [("s3.multipart_concurrency", "6", "6"), ("s3.max_concurrent_requests", "10", "10")]),
        new(
            nameof(ClientOptions.BufferSize), "65536", (new() { BufferSize = 9000 }, "9000"),
            [("S3_INTEGRATION_BUFFER_SIZE", "16384", "16384")], [("s3.buffer_size", "8192", "8192")]),
        new(
            nameof(ClientOptions.ChunkedEncoding), "WhenSupported", (new() { ChunkedEncoding = ChunkedEncoding.WhenSupported }, "WhenSupported"),
            [("S3_INTEGRATION_CHUNKED_ENCODING", "never", "Never")], [("s3.chunked_encoding", "WHEN_REQUIRED", "WhenRequired")]),
        new(
            nameof(ClientOptions.DisableRequestCompression), "False", (new() { DisableRequestCompression = true }, "True"),
            [("AWS_DISABLE_REQUEST_COMPRESSION", "true", "True")], [("disable_request_compression", "true", "True")]),
        new(
            nameof(ClientOptions.RequestMinCompressionSize), "10240", (new() { RequestMinCompressionSize = 9 }, "9"),
            [("AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES", "7", "7")], [("request_min_compression_size_bytes", "6", "6")]),
        new(
            nameof(ClientOptions.RequestChecksumCalculation), "WhenSupported", (new() { RequestChecksumCalculation = ChecksumPolicy.WhenSupported }, "WhenSupported"),
            [("AWS_REQUEST_CHECKSUM_CALCULATION", "when_required", "WhenRequired")], [("request_checksum_calculation", "WHEN_REQUIRED", "WhenRequired")]),
        new(
            nameof(ClientOptions.ResponseChecksumValidation), "WhenSupported", (new() { ResponseChecksumValidation = ChecksumPolicy.WhenSupported }, "WhenSupported"),
            [("AWS_RESPONSE_CHECKSUM_VALIDATION", "when_required", "WhenRequired")], [("response_checksum_validation", "WHEN_REQUIRED", "WhenRequired")]),
    ];

    private static IEnumerable<SettingCase> Metadata() =>
    [
        new(
            nameof(ClientOptions.UseInstanceMetadata), "True", (new() { UseInstanceMetadata = true }, "True"),
            [("AWS_EC2_METADATA_DISABLED", "true", "False"), ("S3_INTEGRATION_USE_IMDS", "false", "False")], [("s3.use_imds", "false", "False")]),
    ];

    private static SettingCase Count(string name, string? otherwise, ClientOptions code, string variable, string key) =>
        new(name, otherwise, (code, "9"), [(variable, "7", "7")], [(key, "6", "6")]);

    private static SettingCase Boolean(string name, string? otherwise, ClientOptions code, string variable, string key) =>
        new(name, otherwise, (code, "True"), [(variable, "true", "True")], [(key, "TRUE", "True")]);

    private static SettingCase Duration(string name, string otherwise, ClientOptions code, string key, params string[] variables) => new(
        name, otherwise, (code, "00:00:09"),
        [.. variables.Select(static (variable, i) => (variable, $"{700 + i}", $"00:00:00.70{i}0000"))],
        [("s3." + key, "600", "00:00:00.6000000")]);
}

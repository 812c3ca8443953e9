namespace S3Gen.Runtime;

public partial class ClientOptions
{
    /// <summary>
    /// Whether the bodies of requests are sent as they are though the service takes them compressed. Default:
    /// <c>AWS_DISABLE_REQUEST_COMPRESSION</c>, the profile's <c>disable_request_compression</c>, then false. No operation of S3 is
    /// compressed.
    /// </summary>
    public bool? DisableRequestCompression { get => field ?? BasedOn?.DisableRequestCompression; init; }

    /// <summary>
    /// Length in bytes from which on a request's body is compressed, 0 to 10,485,760. Default:
    /// <c>AWS_REQUEST_MIN_COMPRESSION_SIZE_BYTES</c>, the profile's <c>request_min_compression_size_bytes</c>, then 10,240.
    /// </summary>
    public int? RequestMinCompressionSize { get => field ?? BasedOn?.RequestMinCompressionSize; init; }
}

namespace S3Gen.Runtime;

public partial class ClientOptions
{
    /// <summary>
    /// From which size on, in bytes, an object is transferred in parts, up to 5 GiB. Default:
    /// <c>S3_INTEGRATION_MULTIPART_THRESHOLD</c>, the profile's <c>multipart_threshold</c> under <c>s3</c>, then 5 MiB.
    /// </summary>
    public long? MultipartThreshold { get => field ?? BasedOn?.MultipartThreshold; init; }

    /// <summary>
    /// Size of a part in bytes, 5 MiB to 5 GiB. Default: <c>S3_INTEGRATION_MULTIPART_PART_SIZE</c>, the profile's
    /// <c>multipart_chunksize</c> under <c>s3</c>, then 8 MiB.
    /// </summary>
    public long? MultipartPartSize { get => field ?? BasedOn?.MultipartPartSize; init; }

    /// <summary>
    /// How many parts of an object are transferred at once, 1 to 1,000. Default: <c>S3_INTEGRATION_MULTIPART_CONCURRENCY</c>, the
    /// profile's <c>max_concurrent_requests</c> under <c>s3</c>, then 4.
    /// </summary>
    public int? MultipartConcurrency { get => field ?? BasedOn?.MultipartConcurrency; init; }

    /// <summary>
    /// Most bytes of a stream or file that are read and handed to the network at once, 8 KiB to 1 MiB. Default:
    /// <c>S3_INTEGRATION_BUFFER_SIZE</c>, the profile's <c>buffer_size</c> under <c>s3</c>, then 64 KiB.
    /// </summary>
    public int? BufferSize { get => field ?? BasedOn?.BufferSize; init; }

    /// <summary>
    /// When bodies are sent in chunks, which not every store takes. Default: <c>S3_INTEGRATION_CHUNKED_ENCODING</c>, the profile's
    /// <c>chunked_encoding</c> under <c>s3</c> (<c>when_supported</c>, <c>when_required</c> or <c>never</c>); then where it is supported, or,
    /// with an <see cref="EndpointUrl"/>, where it is required.
    /// </summary>
    public ChunkedEncoding? ChunkedEncoding { get => field ?? BasedOn?.ChunkedEncoding; init; }

    /// <summary>
    /// When requests get a checksum that they do not ask for, which is a CRC64NVME. Default: <c>AWS_REQUEST_CHECKSUM_CALCULATION</c>, the profile's
    /// <c>request_checksum_calculation</c>; then where it is supported, or, with an <see cref="EndpointUrl"/>, where it is required.
    /// </summary>
    public ChecksumPolicy? RequestChecksumCalculation { get => field ?? BasedOn?.RequestChecksumCalculation; init; }

    /// <summary>
    /// When checksums of responses are verified. Default: <c>AWS_RESPONSE_CHECKSUM_VALIDATION</c>, the profile's
    /// <c>response_checksum_validation</c>; then where it is supported, or, with an <see cref="EndpointUrl"/>, where it is required.
    /// </summary>
    public ChecksumPolicy? ResponseChecksumValidation { get => field ?? BasedOn?.ResponseChecksumValidation; init; }
}

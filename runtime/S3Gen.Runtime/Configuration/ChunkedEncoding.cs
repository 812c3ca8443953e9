namespace S3Gen.Runtime;

/// <summary>
/// When the body of a request is sent in chunks (<c>aws-chunked</c>), which carry signatures of their own or a checksum behind them. A
/// stream that can be read only once needs them for a checksum, and over plain HTTP for its signature.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html"/>
public enum ChunkedEncoding
{
    /// <summary>Wherever they save a pass over the body, as over TLS, where a file's checksum is sent behind it.</summary>
    WhenSupported,

    /// <summary>Only for streams that are read once; others are read twice instead, which every store understands.</summary>
    WhenRequired,

    /// <summary>For no body: streams that are read once are sent without signature, and cannot have a checksum.</summary>
    Never,
}

namespace S3Gen.Runtime;

/// <summary>
/// The body of a response is not what the service says it is: its checksum is another one. Whatever was read of it must not be used;
/// to ask again may help. <see cref="ServiceException.IsMalformedResponse"/> is true.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity.html"/>
public sealed class ChecksumMismatchException : ServiceException
{
    /// <summary>Makes the exception of a response that was damaged.</summary>
    /// <param name="details">The facts of the response.</param>
    /// <param name="algorithm">The algorithm's name in the model, e.g. <c>CRC64NVME</c>.</param>
    /// <param name="expected">The checksum that the service has sent, in base64.</param>
    /// <param name="actual">The checksum of what has arrived, in base64.</param>
    public ChecksumMismatchException(ServiceErrorDetails details, string algorithm, string expected, string actual)
        : base(details)
    {
        Algorithm = algorithm;
        Expected = expected;
        Actual = actual;
    }

    /// <summary>The algorithm's name in the model, e.g. <c>CRC64NVME</c>.</summary>
    public string Algorithm { get; }

    /// <summary>The checksum that the service has sent, in base64.</summary>
    public string Expected { get; }

    /// <summary>The checksum of what has arrived, in base64.</summary>
    public string Actual { get; }
}

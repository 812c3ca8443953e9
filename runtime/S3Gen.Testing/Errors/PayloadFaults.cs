using System.Globalization;

namespace S3Gen.Testing.Errors;

/// <summary>The errors of a request's body: its length, its digests and its chunks.</summary>
internal static class PayloadFaults
{
    internal static S3Fault InvalidDigest(string value) =>
        new S3Fault(400, "InvalidDigest", "The Content-MD5 you specified was invalid.").With("Content-MD5", value);

    internal static S3Fault BadDigest(string algorithm) =>
        new(400, "BadDigest", $"The {algorithm} you specified did not match the calculated checksum.");

    internal static S3Fault BadMd5(string expected, string calculated) =>
        new S3Fault(400, "BadDigest", "The Content-MD5 you specified did not match what we received.")
            .With("ExpectedDigest", expected).With("CalculatedDigest", calculated);

    internal static S3Fault Sha256Mismatch(string client, string computed) =>
        new S3Fault(400, "XAmzContentSHA256Mismatch", "The provided 'x-amz-content-sha256' header does not match what was computed.")
            .With("ClientComputedContentSHA256", client).With("S3ComputedContentSHA256", computed);

    internal static S3Fault MissingContentMd5() =>
        Faults.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");

    internal static S3Fault MissingContentLength() => new(411, "MissingContentLength", "You must provide the Content-Length HTTP header.");

    internal static S3Fault IncompleteBody() =>
        new(400, "IncompleteBody", "The request body terminated unexpectedly");

    internal static S3Fault EntityTooLarge(long proposed, long max) =>
        new S3Fault(400, "EntityTooLarge", "Your proposed upload exceeds the maximum allowed size")
            .With("ProposedSize", proposed.ToString(CultureInfo.InvariantCulture)).With("MaxSizeAllowed", max.ToString(CultureInfo.InvariantCulture));

    internal static S3Fault MaxMessageLengthExceeded(long max) =>
        new S3Fault(400, "MaxMessageLengthExceeded", "Your request was too big.")
            .With("MaxMessageLengthBytes", max.ToString(CultureInfo.InvariantCulture));

    internal static S3Fault MalformedChunk() => new(400, "InvalidRequest", "The aws-chunked body is not well-formed.");

    internal static S3Fault MalformedTrailer() =>
        new(400, "MalformedTrailerError", "The request contained trailing data that was not well-formed or did not conform to our published schema.");

    internal static S3Fault InvalidChunkSize(int chunk, long size) =>
        new S3Fault(403, "InvalidChunkSizeError", "Only the last chunk is allowed to have a size less than 8192 bytes")
            .With("Chunk", chunk.ToString(CultureInfo.InvariantCulture)).With("BadChunkSize", size.ToString(CultureInfo.InvariantCulture));

    internal static S3Fault InvalidChecksumHeader(string header) => Faults.InvalidRequest($"Value for {header} header is invalid.");

    internal static S3Fault SeveralChecksums() =>
        Faults.InvalidRequest("Expecting a single x-amz-checksum- header. Multiple checksum Types are not allowed.");
}

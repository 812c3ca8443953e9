using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Errors;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Streaming;

/// <summary>Computes the checksum of a body while it is read, and holds it against the one that the response has brought.</summary>
internal sealed class BodyVerification : IDisposable
{
    private readonly Operation _operation;
    private readonly ResponseChecksum _expected;
    private Checksum? _checksum;

    private BodyVerification(Operation operation, ResponseChecksum expected)
    {
        _operation = operation;
        _expected = expected;
        _checksum = ChecksumPool.Rent(expected.Kind);
    }

    /// <summary>What a response's body is to be held against; null for nothing.</summary>
    internal static BodyVerification? Of(ServiceCall call, HttpResponseMessage message) =>
        ResponseChecksum.Find(call, message) is { } expected ? new BodyVerification(call.Operation, expected) : null;

    internal void Append(ReadOnlySpan<byte> bytes) => _checksum?.Append(bytes);

    /// <summary>The body is through.</summary>
    /// <exception cref="ChecksumMismatchException">It is not what the service says.</exception>
    internal void Complete(HttpResponseMessage message)
    {
        if (_checksum is not { } checksum)
        {
            return;
        }

        _checksum = null;
        string actual = checksum.ToBase64();
        ChecksumPool.Return(checksum);
        if (actual != _expected.Value)
        {
            string remark = $"The {_expected.Kind.Name()} of the body is {actual}, but should be {_expected.Value}.";
            throw new ChecksumMismatchException(ErrorParser.Malformed(_operation, message, remark, default), _expected.Kind.Name(), _expected.Value, actual);
        }
    }

    /// <summary>The body is not read to its end. Somebody may still be reading, so that the checksum is not used again.</summary>
    public void Dispose() => _checksum?.Dispose();
}

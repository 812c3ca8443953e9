using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Transfer.Downloads;

/// <summary>Holds bytes that come in their order against an object's checksum, and finds a damaged part at its end, before that is handed on.</summary>
internal sealed class StreamVerification(ObjectChecksum expected) : IDisposable
{
    private readonly List<string> _actual = [];
    private readonly PieceChecksum _checksum = expected.Begin();

    /// <exception cref="ChecksumMismatchException">A span has ended, and is not what the service keeps.</exception>
    internal void Append(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            EndFullSpans();
            int count = (int)Math.Min(bytes.Length, expected.Spans[_actual.Count].Length - _checksum.Length);
            _checksum.Append(bytes[..count]);
            bytes = bytes[count..];
            EndFullSpans();
        }
    }

    /// <summary>All bytes have come.</summary>
    /// <exception cref="ChecksumMismatchException">They are not the object.</exception>
    internal void Complete()
    {
        EndFullSpans();
        expected.CheckComposite(_actual);
    }

    public void Dispose() => _checksum.Dispose();

    /// <summary>Parts may be empty: several can end at one place.</summary>
    private void EndFullSpans()
    {
        while (_actual.Count < expected.Spans.Count && _checksum.Length == expected.Spans[_actual.Count].Length)
        {
            string actual = _checksum.ToBase64();
            expected.Check(_actual.Count, actual);
            _actual.Add(actual);
            _checksum.Reset();
        }
    }
}

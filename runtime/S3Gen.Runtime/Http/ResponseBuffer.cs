using System.Buffers;

namespace S3Gen.Runtime.Http;

/// <summary>The pooled memory that a response's body is read into.</summary>
internal sealed class ResponseBuffer
{
    /// <summary>Longest body that is held in memory.</summary>
    internal const int MaxLength = 64 * 1024 * 1024;

    private const int InitialSize = 4 * 1024;

    private byte[] _bytes = [];
    private int _length;

    internal ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    /// <summary>Free room, at least one byte, or none if the limit is reached.</summary>
    internal Memory<byte> GetRoom()
    {
        if (_length == _bytes.Length && _length < MaxLength)
        {
            Grow(Math.Max(InitialSize, (int)Math.Min(_length * 2L, MaxLength)));
        }

        return _bytes.AsMemory(_length, Math.Min(_bytes.Length, MaxLength) - _length);
    }

    /// <summary>Makes room for a body whose length was announced; one byte more, so that its end is found without growing.</summary>
    internal void Expect(long length)
    {
        if (length >= _bytes.Length)
        {
            Grow((int)Math.Min(length + 1, MaxLength));
        }
    }

    internal void Advance(int count) => _length += count;

    internal void Reset()
    {
        if (_bytes.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(_bytes);
        }

        _bytes = [];
        _length = 0;
    }

    private void Grow(int size)
    {
        byte[] bigger = ArrayPool<byte>.Shared.Rent(size);
        Written.Span.CopyTo(bigger);
        int length = _length;
        Reset();
        _bytes = bigger;
        _length = length;
    }
}

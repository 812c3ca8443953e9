namespace S3Gen.Testing.Store;

/// <summary>Collects a body of unknown length: segments double up to 1 MiB, so that nothing is ever copied twice but the last one.</summary>
internal sealed class ContentBuilder
{
    private const int MinSegment = 4 * 1024;
    private const int MaxSegment = 1024 * 1024;
    private readonly List<ReadOnlyMemory<byte>> _segments = [];
    private byte[] _current = [];
    private int _used;
    private int _nextSize;

    /// <param name="expectedLength">A hint; a small object then takes exactly its own size.</param>
    internal ContentBuilder(long? expectedLength) => _nextSize = (int)Math.Clamp(expectedLength ?? MinSegment, 16, MaxSegment);

    internal long Length { get; private set; }

    internal void Append(ReadOnlySpan<byte> bytes)
    {
        Length += bytes.Length;
        while (!bytes.IsEmpty)
        {
            if (_used == _current.Length)
            {
                StartSegment();
            }
            int take = Math.Min(bytes.Length, _current.Length - _used);
            bytes[..take].CopyTo(_current.AsSpan(_used));
            _used += take;
            bytes = bytes[take..];
        }
    }

    internal Content Build()
    {
        // A nearly empty last segment would hold up to 1 MiB for as long as the object lives.
        if (_used > 0)
        {
            _segments.Add(_used < _current.Length / 2 ? _current.AsSpan(0, _used).ToArray() : _current.AsMemory(0, _used));
            _current = [];
            _used = 0;
        }
        return Content.Of(_segments);
    }

    private void StartSegment()
    {
        if (_used > 0)
        {
            _segments.Add(_current);
        }
        _current = GC.AllocateUninitializedArray<byte>(_nextSize);
        _used = 0;
        _nextSize = Math.Clamp(_nextSize * 2, MinSegment, MaxSegment);
    }
}

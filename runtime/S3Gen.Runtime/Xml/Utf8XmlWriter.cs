using System.Buffers;
using System.ComponentModel;
using System.Globalization;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// Writes a document as UTF-8 into one pooled buffer that grows. Names come from the model and are written as they are; values
/// are escaped. It checks no nesting: generated code closes what it opens.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed partial class Utf8XmlWriter : IDisposable
{
    private const int InitialSize = 1024;

    private byte[] _buffer = [];
    private int _length;

    /// <summary>What was written since the last <see cref="Reset"/>. It is valid until the next write, reset or disposal.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => _buffer.AsMemory(0, _length);

    /// <summary>What was written since the last <see cref="Reset"/>, as a span.</summary>
    public ReadOnlySpan<byte> WrittenSpan => _buffer.AsSpan(0, _length);

    /// <summary>Forgets what was written and keeps the buffer.</summary>
    public void Reset() => _length = 0;

    /// <summary>Gives the buffer back to the pool; the writer is usable again and takes a new one when it is written to.</summary>
    public void Dispose()
    {
        byte[] buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length != 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Writes <c>&lt;name&gt;</c>.</summary>
    /// <param name="name">The name, which may be followed by attributes in their final form.</param>
    public void WriteStart(ReadOnlySpan<byte> name)
    {
        Span<byte> destination = Reserve(name.Length + 2);
        destination[0] = (byte)'<';
        name.CopyTo(destination[1..]);
        destination[name.Length + 1] = (byte)'>';
        _length += name.Length + 2;
    }

    /// <summary>Writes <c>&lt;name</c>, to be followed by attributes and <see cref="WriteStartClose"/>.</summary>
    /// <param name="name">The name.</param>
    public void WriteStartOpen(ReadOnlySpan<byte> name)
    {
        Span<byte> destination = Reserve(name.Length + 1);
        destination[0] = (byte)'<';
        name.CopyTo(destination[1..]);
        _length += name.Length + 1;
    }

    /// <summary>Writes <c> name="value"</c>.</summary>
    /// <param name="name">The attribute's name.</param>
    /// <param name="value">Its value, which is escaped.</param>
    /// <exception cref="ArgumentException">The value holds U+0000 or half a surrogate pair.</exception>
    public void WriteAttribute(ReadOnlySpan<byte> name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Append(" "u8);
        Append(name);
        Append("=\""u8);
        WriteEscaped(value, XmlEscaping.Attribute);
        Append("\""u8);
    }

    /// <summary>Writes the <c>&gt;</c> that ends a start tag.</summary>
    public void WriteStartClose() => Append(">"u8);

    /// <summary>Writes <c>&lt;/name&gt;</c>.</summary>
    /// <param name="name">The name.</param>
    public void WriteEnd(ReadOnlySpan<byte> name)
    {
        Span<byte> destination = Reserve(name.Length + 3);
        destination[0] = (byte)'<';
        destination[1] = (byte)'/';
        name.CopyTo(destination[2..]);
        destination[name.Length + 2] = (byte)'>';
        _length += name.Length + 3;
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        _length += bytes.Length;
    }

    private void AppendFormatted<T>(T value, ReadOnlySpan<char> format)
        where T : IUtf8SpanFormattable
    {
        int written;
        int size = 32;
        while (!value.TryFormat(Reserve(size), out written, format, CultureInfo.InvariantCulture))
        {
            size *= 2;
        }

        _length += written;
    }

    /// <summary>Free room of at least <paramref name="size"/> bytes.</summary>
    private Span<byte> Reserve(int size)
    {
        if (_buffer.Length - _length < size)
        {
            Grow(size);
        }

        return _buffer.AsSpan(_length);
    }

    private void Grow(int size)
    {
        int needed = checked(_length + size);
        byte[] bigger = ArrayPool<byte>.Shared.Rent(Math.Max(needed, Math.Max(InitialSize, (int)Math.Min(_buffer.Length * 2L, Array.MaxLength))));
        _buffer.AsSpan(0, _length).CopyTo(bigger);
        byte[] old = _buffer;
        _buffer = bigger;
        if (old.Length != 0)
        {
            ArrayPool<byte>.Shared.Return(old);
        }
    }
}

using System.Globalization;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Http;

/// <summary>A growing buffer for a part of a URL, kept from one use to the next.</summary>
internal struct UriBuffer
{
    private const int InitialSize = 256;
    private const int MaxKeptSize = 8 * 1024;

    private char[] _characters;
    private int _length;

    public UriBuffer() => _characters = new char[InitialSize];

    internal readonly int Length => _length;

    internal readonly ReadOnlySpan<char> Written => _characters.AsSpan(0, _length);

    internal readonly Span<char> WrittenForSorting => _characters.AsSpan(0, _length);

    internal void Reset()
    {
        _length = 0;
        if (_characters.Length > MaxKeptSize)
        {
            _characters = new char[InitialSize];
        }
    }

    internal void Append(ReadOnlySpan<char> text)
    {
        text.CopyTo(Reserve(text.Length));
        _length += text.Length;
    }

    internal void Append(char character)
    {
        Reserve(1)[0] = character;
        _length++;
    }

    /// <summary>Appends percent-encoded text.</summary>
    /// <exception cref="ArgumentException">The text holds half a surrogate pair.</exception>
    internal void AppendEncoded(ReadOnlySpan<char> text, bool keepSlash = false) =>
        _length += UriEncoding.Encode(text, Reserve(UriEncoding.MaxLength(text.Length)), keepSlash);

    /// <summary>Appends a value whose text needs no encoding, such as an integer.</summary>
    internal void AppendFormatted<T>(T value)
        where T : ISpanFormattable
    {
        value.TryFormat(Reserve(32), out int written, default, CultureInfo.InvariantCulture);
        _length += written;
    }

    private Span<char> Reserve(int size)
    {
        if (_characters.Length - _length < size)
        {
            Array.Resize(ref _characters, Math.Max(checked(_length + size), _characters.Length * 2));
        }

        return _characters.AsSpan(_length);
    }
}

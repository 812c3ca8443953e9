using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Runtime.Text;

/// <summary>
/// UTF-8 text under construction: on the stack as long as it fits, in a pooled array beyond. What it held is wiped when it is
/// given back, for keys and tokens pass through it.
/// </summary>
internal ref struct Utf8Buffer(Span<byte> initial) : IDisposable
{
    private Span<byte> _bytes = initial;
    private byte[]? _rented;

    internal int Length { get; private set; }

    internal readonly ReadOnlySpan<byte> Written => _bytes[..Length];

    internal readonly ReadOnlySpan<byte> this[Range range] => Written[range];

    internal void Append(byte value)
    {
        Reserve(1)[0] = value;
        Length++;
    }

    internal void Append(scoped ReadOnlySpan<byte> text)
    {
        text.CopyTo(Reserve(text.Length));
        Length += text.Length;
    }

    /// <summary>Appends text as UTF-8; half a surrogate pair becomes U+FFFD, as an HTTP handler would send it.</summary>
    internal void Append(scoped ReadOnlySpan<char> text)
    {
        Span<byte> destination = Reserve(text.Length);
        if (Ascii.FromUtf16(text, destination, out int written) != OperationStatus.Done)
        {
            written = Encoding.UTF8.GetBytes(text, Reserve(checked(text.Length * 3)));
        }

        Length += written;
    }

    /// <summary>Appends the name of a header in lower case; names are ASCII.</summary>
    internal void AppendLower(scoped ReadOnlySpan<char> name)
    {
        if (Ascii.ToLower(name, Reserve(name.Length), out int written) != OperationStatus.Done)
        {
            throw new ArgumentException("The name of a header holds characters beyond ASCII.");
        }

        Length += written;
    }

    /// <summary>Appends text percent-encoded.</summary>
    /// <exception cref="ArgumentException">It holds half a surrogate pair.</exception>
    internal void AppendEncoded(scoped ReadOnlySpan<char> text, bool keepSlash) =>
        Length += UriEncoding.Encode(text, Reserve(UriEncoding.MaxLength(text.Length)), keepSlash);

    internal void AppendEncoded(scoped ReadOnlySpan<byte> text, bool keepSlash) =>
        Length += UriEncoding.Encode(text, Reserve(checked(text.Length * 3)), keepSlash);

    internal void AppendHex(scoped ReadOnlySpan<byte> bytes)
    {
        Convert.TryToHexStringLower(bytes, Reserve(bytes.Length * 2), out int written);
        Length += written;
    }

    internal void Truncate(int length) => Length = length;

    /// <summary>Free room; <see cref="Advance"/> says how much of it was used.</summary>
    internal Span<byte> Reserve(int size)
    {
        if (_bytes.Length - Length < size)
        {
            Grow(size);
        }

        return _bytes[Length..];
    }

    internal void Advance(int count) => Length += count;

    public void Dispose()
    {
        CryptographicOperations.ZeroMemory(_bytes[..Length]);
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        this = default;
    }

    private void Grow(int size)
    {
        byte[] bigger = ArrayPool<byte>.Shared.Rent(checked(Math.Max(Length + size, _bytes.Length * 2)));
        Written.CopyTo(bigger);
        CryptographicOperations.ZeroMemory(_bytes[..Length]);
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        _bytes = _rented = bigger;
    }
}

using System.Globalization;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Operations;

/// <summary>A satisfiable range of an object.</summary>
internal sealed record ByteRange(long Offset, long Length)
{
    private const string Unit = "bytes=";

    internal string ContentRange(long size) =>
        string.Create(CultureInfo.InvariantCulture, $"bytes {Offset}-{Offset + Length - 1}/{size}");

    /// <summary>
    /// Parses a <c>Range</c> header. Null where it is absent, malformed or names several ranges: S3 then sends the whole object.
    /// </summary>
    internal static ByteRange? Parse(string? header, long size)
    {
        if (header is null || !header.StartsWith(Unit, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }
        ReadOnlySpan<char> spec = header.AsSpan(Unit.Length).Trim();
        int dash = spec.IndexOf('-');
        if (dash < 0 || spec.Contains(','))
        {
            return null;
        }
        if (dash == 0)
        {
            return TryNumber(spec[1..], out long suffix) ? Suffix(header, suffix, size) : null;
        }
        if (!TryNumber(spec[..dash], out long first))
        {
            return null;
        }
        long last = long.MaxValue;
        if (dash + 1 < spec.Length && (!TryNumber(spec[(dash + 1)..], out last) || last < first))
        {
            return null;
        }
        return first >= size ? throw Faults.InvalidRange(header, size) : new ByteRange(first, Math.Min(last, size - 1) - first + 1);
    }

    private static ByteRange Suffix(string header, long suffix, long size)
    {
        long length = Math.Min(suffix, size);
        return length == 0 ? throw Faults.InvalidRange(header, size) : new ByteRange(size - length, length);
    }

    private static bool TryNumber(ReadOnlySpan<char> text, out long value) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}

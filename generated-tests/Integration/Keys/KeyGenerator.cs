using CsCheck;

namespace S3Gen.Integration.Keys;

/// <summary>Keys of all that S3 allows: segments that look like paths, percent signs that look like escapes, controls, text of every plane.</summary>
internal static class KeyGenerator
{
    private const int MaxBytes = 960;

    private static readonly Gen<string> Plain = Gen.String[Gen.Char.AlphaNumeric, 1, 12];

    /// <summary>What URIs, queries, headers, XML and shells read in a way of their own.</summary>
    private static readonly Gen<string> Special = Gen.String[Gen.Char[" +%&=?#;:@,$!'()*~`^|\\\"<>{}[]._-"], 1, 8];

    private static readonly Gen<string> Escapes = OneOf("%2F", "%2f", "%25", "%00", "%", "%%", "%zz", "%C3%BC", "+", "&amp;", "&#x1;", "..%2F", "?versionId=null", "$");

    private static readonly Gen<string> Dots = OneOf(".", "..", "...", "./.", "a.", ".a");

    /// <summary>The first and last characters that XML 1.0 cannot hold, and their neighbours.</summary>
    private static readonly Gen<string> Controls = Gen.String[Gen.Char["\u0001\u0008\t\n\u000B\r\u001F \u007F\u0080\u0085\u009F\u00A0\u2028\uFEFF\uFFFD\uFFFE\uFFFF"], 1, 4];

    private static readonly Gen<string> Text = Gen.Int[0xA1, 0x10FFFF].Where(static code => code is < 0xD800 or > 0xDFFF).Array[1, 6]
        .Select(static codes => string.Concat(codes.Select(char.ConvertFromUtf32)));

    private static readonly Gen<string> Piece = Gen.Frequency((3, Plain), (3, Special), (2, Escapes), (2, Text), (1, Controls));

    private static readonly Gen<string> Segment = Gen.Frequency((6, Piece.Array[1, 3].Select(string.Concat)), (1, Dots), (1, Gen.Const(string.Empty)));

    /// <summary>Keys of 1 to 960 bytes, which leaves room for a copy's suffix.</summary>
    public static Gen<string> Key { get; } = Gen.Frequency(
        (12, Segment.Array[1, 5].Select(static segments => string.Join('/', segments))),
        (1, Gen.Int[1, 300].Select(Piece, static (length, piece) => string.Concat(Enumerable.Repeat(piece, length)))))
        .Where(static key => key.Length > 0 && System.Text.Encoding.UTF8.GetByteCount(key) <= MaxBytes);

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// The two scans that reading XML consists of. Names and values are mostly shorter than a vector, so these inline to a few
/// instructions where a general search would pay for its set-up each time.
/// </summary>
internal static class XmlScan
{
    /// <summary>Length of the run at the start of <paramref name="text"/> that is ASCII and stands for itself.</summary>
    /// <returns>Index of the first '&lt;', '&amp;', CR, control character or byte beyond ASCII; the text's length if there is none.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int PlainLength(ReadOnlySpan<byte> text)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        int index = 0;
        for (; index <= text.Length - Vector128<byte>.Count; index += Vector128<byte>.Count)
        {
            Vector128<byte> block = Vector128.LoadUnsafe(ref start, (nuint)index);
            Vector128<byte> lineBreaks = Vector128.Equals(block, Vector128.Create((byte)'\n')) | Vector128.Equals(block, Vector128.Create((byte)'\t'));

            // As signed bytes, those beyond ASCII are negative: one comparison finds them and the control characters.
            Vector128<byte> special = Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)0x20)).AsByte();
            Vector128<byte> markup = Vector128.Equals(block, Vector128.Create((byte)'<')) | Vector128.Equals(block, Vector128.Create((byte)'&'));
            uint stops = (Vector128.AndNot(special, lineBreaks) | markup).ExtractMostSignificantBits();
            if (stops != 0)
            {
                return index + BitOperations.TrailingZeroCount(stops);
            }
        }

        while (index < text.Length && IsPlain(text[index]))
        {
            index++;
        }

        return index;
    }

    /// <summary>Length of the run at the start of <paramref name="text"/> that is letters, digits, '-', '.' and '_'.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int NameLength(ReadOnlySpan<byte> text)
    {
        ref byte start = ref MemoryMarshal.GetReference(text);
        int index = 0;
        for (; index <= text.Length - Vector128<byte>.Count; index += Vector128<byte>.Count)
        {
            Vector128<byte> block = Vector128.LoadUnsafe(ref start, (nuint)index);
            Vector128<byte> letters = InRange(block | Vector128.Create((byte)0x20), (byte)'a', (byte)'z');
            Vector128<byte> digits = InRange(block, (byte)'0', (byte)'9');
            Vector128<byte> marks = InRange(block, (byte)'-', (byte)'.') | Vector128.Equals(block, Vector128.Create((byte)'_'));
            uint stops = ~(letters | digits | marks).ExtractMostSignificantBits() & 0xFFFF;
            if (stops != 0)
            {
                return index + BitOperations.TrailingZeroCount(stops);
            }
        }

        while (index < text.Length && XmlCharacters.IsAsciiName(text[index]))
        {
            index++;
        }

        return index;
    }

    internal static bool IsPlain(byte value) => value is (>= 0x20 and < 0x80 and not ((byte)'<' or (byte)'&')) or (byte)'\n' or (byte)'\t';

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> InRange(Vector128<byte> block, byte first, byte last) =>
        Vector128.LessThanOrEqual(block - Vector128.Create(first), Vector128.Create((byte)(last - first)));
}

using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// The scans that reading XML consists of. Names and values are mostly shorter than a vector, so these inline to a few
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
        while (index <= text.Length - Vector128<byte>.Count)
        {
            uint stops = PlainStops(Vector128.LoadUnsafe(ref start, (nuint)index));
            if (stops == 0)
            {
                index += Vector128<byte>.Count;
                continue;
            }

            index += BitOperations.TrailingZeroCount(stops);
            if (text[index] is not ((byte)'\n' or (byte)'\t'))
            {
                return index;
            }

            index++;
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

    /// <summary>How many bytes are equal at two places, up to one vector; at both there must be as many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int EqualLength(ref byte first, ref byte second)
    {
        uint equal = Vector128.Equals(Vector128.LoadUnsafe(ref first), Vector128.LoadUnsafe(ref second)).ExtractMostSignificantBits();
        return BitOperations.TrailingZeroCount(~equal);
    }

    /// <summary>How many letters stand here, up to one vector; there must be as many bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int LetterLength(ref byte text)
    {
        // With 'a' moved to the least signed byte, one signed comparison tells letters from all else.
        Vector128<byte> lower = Vector128.LoadUnsafe(ref text) | Vector128.Create((byte)0x20);
        Vector128<sbyte> shifted = (lower - Vector128.Create((byte)('a' - sbyte.MinValue))).AsSByte();
        uint letters = Vector128.LessThan(shifted, Vector128.Create((sbyte)(sbyte.MinValue + 26))).ExtractMostSignificantBits();
        return BitOperations.TrailingZeroCount(~letters);
    }

    /// <summary>Turns ASCII into as many characters.</summary>
    internal static void Widen(ReadOnlySpan<byte> ascii, Span<char> destination)
    {
        if (ascii.Length < Vector128<byte>.Count)
        {
            for (int i = 0; i < ascii.Length; i++)
            {
                destination[i] = (char)ascii[i];
            }

            return;
        }

        ref byte from = ref MemoryMarshal.GetReference(ascii);
        ref ushort to = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(destination[..ascii.Length]));
        int last = ascii.Length - Vector128<byte>.Count;
        for (int index = 0; index < last; index += Vector128<byte>.Count)
        {
            WidenBlock(ref from, ref to, index);
        }

        // The last block overlaps the one before it.
        WidenBlock(ref from, ref to, last);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void WidenBlock(ref byte from, ref ushort to, int index)
    {
        (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(Vector128.LoadUnsafe(ref from, (nuint)index));
        lower.StoreUnsafe(ref to, (nuint)index);
        upper.StoreUnsafe(ref to, (nuint)(index + Vector128<ushort>.Count));
    }

    /// <summary>Whether text of whole vectors is ASCII that stands for itself, and has no line feeds or tabs either.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool IsPlain(ReadOnlySpan<byte> blocks)
    {
        uint stops = 0;
        for (int index = 0; index <= blocks.Length - Vector128<byte>.Count; index += Vector128<byte>.Count)
        {
            stops |= PlainStops(Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(blocks), (nuint)index));
        }

        return stops == 0;
    }

    internal static bool IsPlain(byte value) => value is (>= 0x20 and < 0x80 and not ((byte)'<' or (byte)'&')) or (byte)'\n' or (byte)'\t';

    /// <summary>A bit for each byte that may end plain text: line feeds and tabs, which are rare in values, are to be sorted out.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint PlainStops(Vector128<byte> block)
    {
        // As signed bytes, those beyond ASCII are negative: one comparison finds them and the control characters.
        Vector128<byte> special = Vector128.LessThan(block.AsSByte(), Vector128.Create((sbyte)0x20)).AsByte();
        Vector128<byte> markup = Vector128.Equals(block, Vector128.Create((byte)'<')) | Vector128.Equals(block, Vector128.Create((byte)'&'));
        return (special | markup).ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> InRange(Vector128<byte> block, byte first, byte last) =>
        Vector128.LessThanOrEqual(block - Vector128.Create(first), Vector128.Create((byte)(last - first)));
}

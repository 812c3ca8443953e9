using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Arm = System.Runtime.Intrinsics.Arm;
using X86 = System.Runtime.Intrinsics.X86;

namespace S3Gen.Runtime.Checksums;

/// <summary>
/// Reduces a long text to 16 bytes that have the same CRC-64/NVME. A 128-bit block with lanes l (the first eight bytes) and h is
/// moved D bits forward as l·x^(D+64) + h·x^D; a carry-less product of reflected operands is short of one x, hence the exponents
/// D+63 and D-1 of the constants. Eight blocks are under way at once, which hides the latency of the multiplications.
/// </summary>
/// <seealso href="https://www.intel.com/content/dam/www/public/us/en/documents/white-papers/fast-crc-computation-generic-polynomials-pclmulqdq-paper.pdf"/>
internal static class Crc64Folding
{
    internal const int BlockSize = 16;
    internal const int MinLength = 2 * Stride;
    private const int Stride = 8 * BlockSize;

    private static readonly Vector128<ulong> ByStride = Constants(Stride * 8);
    private static readonly Vector128<ulong> ByBlock = Constants(BlockSize * 8);

    internal static bool IsSupported => BitConverter.IsLittleEndian && (X86.Pclmulqdq.IsSupported || Arm.Aes.IsSupported);

    /// <summary>Folds all whole blocks.</summary>
    /// <param name="register">The CRC's register before these bytes.</param>
    /// <param name="data">At least <see cref="MinLength"/> bytes.</param>
    /// <param name="remainder">Gets 16 bytes; their CRC from a register of zero is the register after the folded bytes.</param>
    /// <returns>How many bytes were folded.</returns>
    internal static int Fold(ulong register, ReadOnlySpan<byte> data, Span<byte> remainder)
    {
        ReadOnlySpan<Vector128<ulong>> blocks = MemoryMarshal.Cast<byte, Vector128<ulong>>(data);
        Vector128<ulong> a = blocks[0] ^ Vector128.CreateScalar(register);
        Vector128<ulong> b = blocks[1];
        Vector128<ulong> c = blocks[2];
        Vector128<ulong> d = blocks[3];
        Vector128<ulong> e = blocks[4];
        Vector128<ulong> f = blocks[5];
        Vector128<ulong> g = blocks[6];
        Vector128<ulong> h = blocks[7];
        Vector128<ulong> byStride = ByStride;
        int index = 8;
        for (; index <= blocks.Length - 8; index += 8)
        {
            ReadOnlySpan<Vector128<ulong>> next = blocks.Slice(index, 8);
            a = Move(a, byStride) ^ next[0];
            b = Move(b, byStride) ^ next[1];
            c = Move(c, byStride) ^ next[2];
            d = Move(d, byStride) ^ next[3];
            e = Move(e, byStride) ^ next[4];
            f = Move(f, byStride) ^ next[5];
            g = Move(g, byStride) ^ next[6];
            h = Move(h, byStride) ^ next[7];
        }

        Vector128<ulong> byBlock = ByBlock;
        a = Move(a, byBlock) ^ b;
        a = Move(a, byBlock) ^ c;
        a = Move(a, byBlock) ^ d;
        a = Move(a, byBlock) ^ e;
        a = Move(a, byBlock) ^ f;
        a = Move(a, byBlock) ^ g;
        a = Move(a, byBlock) ^ h;
        for (; index < blocks.Length; index++)
        {
            a = Move(a, byBlock) ^ blocks[index];
        }

        a.AsByte().CopyTo(remainder);
        return index * BlockSize;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Move(Vector128<ulong> block, Vector128<ulong> constants) => X86.Pclmulqdq.IsSupported
        ? X86.Pclmulqdq.CarrylessMultiply(block, constants, 0x00) ^ X86.Pclmulqdq.CarrylessMultiply(block, constants, 0x11)
        : Arm.Aes.PolynomialMultiplyWideningLower(block.GetLower(), constants.GetLower()) ^
            Arm.Aes.PolynomialMultiplyWideningUpper(block, constants);

    private static Vector128<ulong> Constants(uint bits) =>
        Vector128.Create(CrcField.Crc64Nvme.PowerOfX(bits + 63), CrcField.Crc64Nvme.PowerOfX(bits - 1));
}

namespace S3Gen.Runtime.Checksums;

/// <summary>
/// Arithmetic of polynomials over GF(2) modulo a CRC's polynomial, in the reflected form in which CRCs are computed: the highest
/// bit is the coefficient of x^0.
/// </summary>
/// <param name="width">Bits of the CRC.</param>
/// <param name="polynomial">The reflected polynomial without its highest power.</param>
internal sealed class CrcField(int width, ulong polynomial)
{
    internal static readonly CrcField Crc32 = new(32, 0xEDB88320);
    internal static readonly CrcField Crc32C = new(32, 0x82F63B78);
    internal static readonly CrcField Crc64Nvme = new(64, 0x9A6C9329AC4BC9B5);

    private readonly ulong _one = 1UL << (width - 1);

    /// <summary>The field of a CRC.</summary>
    internal static CrcField Of(ChecksumKind kind) => kind switch
    {
        ChecksumKind.Crc32 => Crc32,
        ChecksumKind.Crc32C => Crc32C,
        ChecksumKind.Crc64Nvme => Crc64Nvme,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The CRC of two texts, one behind the other.</summary>
    /// <param name="first">CRC of the first.</param>
    /// <param name="second">CRC of the second.</param>
    /// <param name="secondLength">Length of the second in bytes.</param>
    internal ulong Combine(ulong first, ulong second, long secondLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(secondLength);
        return Multiply(PowerOfX((UInt128)secondLength * 8), first) ^ second;
    }

    /// <summary>The product of two polynomials.</summary>
    internal ulong Multiply(ulong left, ulong right)
    {
        ulong product = 0;
        for (ulong bit = _one; bit != 0; bit >>= 1)
        {
            if ((left & bit) != 0)
            {
                product ^= right;
            }

            right = TimesX(right);
        }

        return product;
    }

    /// <summary>x to the power of <paramref name="exponent"/>.</summary>
    internal ulong PowerOfX(UInt128 exponent)
    {
        ulong power = _one;
        ulong factor = _one >> 1;
        for (; exponent != 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
            {
                power = Multiply(power, factor);
            }

            factor = Multiply(factor, factor);
        }

        return power;
    }

    /// <summary>The product with x, which is what one bit of zero does to a CRC's register.</summary>
    internal ulong TimesX(ulong value) => (value & 1) != 0 ? (value >> 1) ^ polynomial : value >> 1;
}

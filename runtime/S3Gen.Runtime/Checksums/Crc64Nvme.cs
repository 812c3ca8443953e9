using System.Buffers.Binary;

namespace S3Gen.Runtime.Checksums;

/// <summary>
/// CRC-64/NVME, S3's default checksum: folded with carry-less multiplication where the processor has it, else computed from
/// tables, eight bytes at a time.
/// </summary>
/// <seealso href="https://reveng.sourceforge.io/crc-catalogue/17plus.htm#crc.cat.crc-64-nvme"/>
internal static class Crc64Nvme
{
    private const int Slices = 8;

    private static readonly ulong[] Table = CreateTable();

    /// <summary>Takes bytes into the register, which is all ones at first and the complement of the CRC at the end.</summary>
    internal static ulong Update(ulong register, ReadOnlySpan<byte> data)
    {
        if (Crc64Folding.IsSupported && data.Length >= Crc64Folding.MinLength)
        {
            Span<byte> remainder = stackalloc byte[Crc64Folding.BlockSize];
            data = data[Crc64Folding.Fold(register, data, remainder)..];
            register = UpdateScalar(0, remainder);
        }

        return UpdateScalar(register, data);
    }

    /// <summary>The same from tables, on any processor.</summary>
    internal static ulong UpdateScalar(ulong register, ReadOnlySpan<byte> data)
    {
        ulong[] table = Table;
        while (data.Length >= Slices)
        {
            ulong word = register ^ BinaryPrimitives.ReadUInt64LittleEndian(data);
            register = table[(7 * 256) + (int)(word & 0xFF)] ^
                table[(6 * 256) + (int)((word >> 8) & 0xFF)] ^
                table[(5 * 256) + (int)((word >> 16) & 0xFF)] ^
                table[(4 * 256) + (int)((word >> 24) & 0xFF)] ^
                table[(3 * 256) + (int)((word >> 32) & 0xFF)] ^
                table[(2 * 256) + (int)((word >> 40) & 0xFF)] ^
                table[256 + (int)((word >> 48) & 0xFF)] ^
                table[(int)(word >> 56)];
            data = data[Slices..];
        }

        foreach (byte value in data)
        {
            register = table[(int)((register ^ value) & 0xFF)] ^ (register >> 8);
        }

        return register;
    }

    /// <summary>Slice n holds what each byte value becomes with n bytes of zero behind it.</summary>
    private static ulong[] CreateTable()
    {
        ulong[] table = new ulong[Slices * 256];
        for (int value = 0; value < 256; value++)
        {
            ulong register = (ulong)value;
            for (int bit = 0; bit < 8; bit++)
            {
                register = CrcField.Crc64Nvme.TimesX(register);
            }

            table[value] = register;
        }

        for (int i = 256; i < table.Length; i++)
        {
            ulong shorter = table[i - 256];
            table[i] = table[(int)(shorter & 0xFF)] ^ (shorter >> 8);
        }

        return table;
    }
}

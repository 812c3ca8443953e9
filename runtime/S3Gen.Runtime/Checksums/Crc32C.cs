using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace S3Gen.Runtime.Checksums;

/// <summary>
/// CRC-32C (Castagnoli) with the processor's instruction. That takes three cycles but can be begun in each, so three thirds of a
/// block are computed at once and combined.
/// </summary>
internal static class Crc32C
{
    /// <summary>Bytes of each third: long enough that combining costs little, short enough for the first-level cache.</summary>
    private const int Third = 2048;

    private static readonly uint[] ShiftTable = CreateShiftTable();

    /// <summary>Takes bytes into the register, which is all ones at first and the complement of the CRC at the end.</summary>
    internal static uint Update(uint register, ReadOnlySpan<byte> data)
    {
        while (data.Length >= 3 * Third)
        {
            register = UpdateBlock(register, data);
            data = data[(3 * Third)..];
        }

        return UpdateSimple(register, data);
    }

    /// <summary>The same, eight bytes at a time and one after the other.</summary>
    internal static uint UpdateSimple(uint register, ReadOnlySpan<byte> data)
    {
        while (data.Length >= sizeof(ulong))
        {
            register = BitOperations.Crc32C(register, BinaryPrimitives.ReadUInt64LittleEndian(data));
            data = data[sizeof(ulong)..];
        }

        foreach (byte value in data)
        {
            register = BitOperations.Crc32C(register, value);
        }

        return register;
    }

    private static uint UpdateBlock(uint register, ReadOnlySpan<byte> data)
    {
        uint second = 0;
        uint third = 0;
        ReadOnlySpan<ulong> firstWords = MemoryMarshal.Cast<byte, ulong>(data[..Third]);
        ReadOnlySpan<ulong> secondWords = MemoryMarshal.Cast<byte, ulong>(data.Slice(Third, Third));
        ReadOnlySpan<ulong> thirdWords = MemoryMarshal.Cast<byte, ulong>(data.Slice(2 * Third, Third));
        for (int i = 0; i < firstWords.Length && i < secondWords.Length && i < thirdWords.Length; i++)
        {
            register = BitOperations.Crc32C(register, ToLittleEndian(firstWords[i]));
            second = BitOperations.Crc32C(second, ToLittleEndian(secondWords[i]));
            third = BitOperations.Crc32C(third, ToLittleEndian(thirdWords[i]));
        }

        return Shift(Shift(register) ^ second) ^ third;
    }

    /// <summary>What a third of zeros does to the register.</summary>
    private static uint Shift(uint register) =>
        ShiftTable[register & 0xFF] ^ ShiftTable[256 + ((register >> 8) & 0xFF)] ^
        ShiftTable[512 + ((register >> 16) & 0xFF)] ^ ShiftTable[768 + (register >> 24)];

    private static ulong ToLittleEndian(ulong word) => BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word);

    private static uint[] CreateShiftTable()
    {
        uint[] table = new uint[4 * 256];
        ulong power = CrcField.Crc32C.PowerOfX(Third * 8);
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = (uint)CrcField.Crc32C.Multiply(power, (ulong)(i & 0xFF) << (8 * (i >> 8)));
        }

        return table;
    }
}

using System.Text;
using System.Text.Json;
using CsCheck;
using S3Gen.Runtime.Checksums;
using S3Gen.Runtime.Tests.Signing;

namespace S3Gen.Runtime.Tests.Checksums;

public sealed class ChecksumTests
{
    private static readonly JsonElement File = JsonDocument.Parse(Vectors.Read("vectors/checksums.json")).RootElement;

    private static IEnumerable<TestCaseData> Cases => Named(File.GetProperty("cases"));

    private static IEnumerable<TestCaseData> Combinations => Named(File.GetProperty("combine"));

    private static IEnumerable<TestCaseData> Composites => Vectors.Lines("vectors/checksum-composite.jsonl");

    [TestCaseSource(nameof(Cases))]
    public void Checksums_equal_those_of_the_vectors(JsonElement test)
    {
        byte[] data = Data(test);
        using (Assert.EnterMultipleScope())
        {
            foreach (ChecksumKind kind in Enum.GetValues<ChecksumKind>())
            {
                if (test.TryGetProperty(kind.Name(), out JsonElement expected))
                {
                    Assert.That(Checksum.ComputeBase64(kind, data), Is.EqualTo(expected.GetString()), kind.Name());
                    Assert.That(InPieces(kind, data), Is.EqualTo(expected.GetString()), kind.Name());
                }
            }
        }
    }

    [TestCaseSource(nameof(Combinations))]
    public void Crcs_of_parts_combine_to_that_of_the_whole(JsonElement test)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (ChecksumKind kind in Enum.GetValues<ChecksumKind>().Where(ChecksumKinds.IsCrc))
            {
                ulong first = Crc(test.GetProperty("first").GetProperty(kind.Name()));
                ulong second = Crc(test.GetProperty("second").GetProperty(kind.Name()));
                long length = test.GetProperty("second").GetProperty("length").GetInt64();
                Assert.That(
                    CrcField.Of(kind).Combine(first, second, length), Is.EqualTo(Crc(test.GetProperty("whole").GetProperty(kind.Name()))), kind.Name());
            }
        }
    }

    [TestCaseSource(nameof(Composites))]
    public void Composite_and_full_object_checksums_follow_from_those_of_the_parts(JsonElement test)
    {
        JsonElement[] parts = [.. test.GetProperty("parts").EnumerateArray()];
        foreach (JsonProperty expected in test.GetProperty("composite").EnumerateObject())
        {
            ChecksumKind kind = Parse(expected.Name);
            byte[] raw = [.. parts.SelectMany(part => Convert.FromBase64String(part.GetProperty("checksums").Text(expected.Name)))];
            Assert.That($"{Checksum.ComputeBase64(kind, raw)}-{parts.Length}", Is.EqualTo(expected.Value.GetString()), expected.Name);
        }

        foreach (JsonProperty expected in test.GetProperty("full_object").EnumerateObject())
        {
            ChecksumKind kind = Parse(expected.Name);
            ulong crc = parts.Aggregate(0UL, (crc, part) => CrcField.Of(kind).Combine(
                crc, Crc(part.GetProperty("checksums").GetProperty(expected.Name)), part.GetProperty("length").GetInt64()));
            Assert.That(crc, Is.EqualTo(Crc(expected.Value)), expected.Name);
        }
    }

    [Test]
    public void Vector_and_scalar_code_agree_at_every_length_and_offset()
    {
        byte[] data = new byte[20_000];
        new Random(1).NextBytes(data);
        Gen.Select(Gen.Int[0, 600], Gen.Int[0, 19_000], Gen.ULong).Sample((offset, length, register) =>
        {
            ReadOnlySpan<byte> text = data.AsSpan(offset, Math.Min(length, data.Length - offset));
            Assert.That(Crc64Nvme.Update(register, text), Is.EqualTo(Crc64Nvme.UpdateScalar(register, text)));
            Assert.That(Crc32C.Update((uint)register, text), Is.EqualTo(Crc32C.UpdateSimple((uint)register, text)));
        });
        for (int length = 0; length < 1_000; length++)
        {
            Assert.That(Crc64Nvme.Update(7, data.AsSpan(1, length)), Is.EqualTo(Bitwise(CrcField.Crc64Nvme, 7, data.AsSpan(1, length))));
            Assert.That(Crc32C.Update(7, data.AsSpan(1, length)), Is.EqualTo((uint)Bitwise(CrcField.Crc32C, 7, data.AsSpan(1, length))));
        }
    }

    [TestCase("CRC32", 0xCBF43926UL)]
    [TestCase("CRC32C", 0xE3069283UL)]
    [TestCase("CRC64NVME", 0xAE8B14860A799888UL)]
    public void Check_values_are_those_of_the_catalogue(string name, ulong expected)
    {
        ChecksumKind kind = Parse(name);
        using Checksum checksum = new(kind);
        checksum.Append("123456789"u8);
        Assert.That(checksum.GetCrc(), Is.EqualTo(expected));
    }

    [Test]
    public void Reset_starts_anew_and_too_little_room_is_reported()
    {
        foreach (ChecksumKind kind in Enum.GetValues<ChecksumKind>())
        {
            using Checksum checksum = new(kind);
            string empty = checksum.ToBase64();
            checksum.Append("x"u8);
            Assert.That(checksum.ToBase64(), Is.EqualTo(Checksum.ComputeBase64(kind, "x"u8)));
            checksum.Reset();
            Assert.That(checksum.ToBase64(), Is.EqualTo(empty));
            Assert.That(checksum.TryGetHash(new byte[kind.Size() - 1], out int written), Is.False);
            Assert.That(written, Is.Zero);
            Assert.That(kind.Header(), Is.EqualTo("x-amz-checksum-" + kind.Name().ToLowerInvariant()));
        }
    }

    private static ChecksumKind Parse(string name) =>
        ChecksumKinds.TryParse(name, out ChecksumKind kind) ? kind : throw new ArgumentException(name);

    private static string InPieces(ChecksumKind kind, byte[] data)
    {
        using Checksum checksum = new(kind);
        for (int start = 0, size = 1; start < data.Length; start += size, size = (size * 3) + 1)
        {
            checksum.Append(data.AsSpan(start, Math.Min(size, data.Length - start)));
        }

        return checksum.ToBase64();
    }

    private static ulong Bitwise(CrcField field, ulong register, ReadOnlySpan<byte> data)
    {
        foreach (byte value in data)
        {
            register ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                register = field.TimesX(register);
            }
        }

        return register;
    }

    private static ulong Crc(JsonElement base64) => Convert.ToUInt64(Convert.ToHexString(Convert.FromBase64String(base64.GetString()!)), 16);

    private static byte[] Data(JsonElement test)
    {
        if (test.TryGetProperty("text", out JsonElement text))
        {
            return Encoding.UTF8.GetBytes(text.GetString()!);
        }

        uint x = test.GetProperty("seed").GetUInt32();
        byte[] data = new byte[test.GetProperty("length").GetInt32()];
        for (int i = 0; i < data.Length; i++)
        {
            x ^= x << 13;
            x ^= x >> 17;
            x ^= x << 5;
            data[i] = (byte)x;
        }

        return data;
    }

    private static IEnumerable<TestCaseData> Named(JsonElement cases) =>
        cases.EnumerateArray().Select(static (json, index) => new TestCaseData(json).SetArgDisplayNames(index.ToString(System.Globalization.CultureInfo.InvariantCulture)));
}

using System.Buffers;

namespace S3Gen.Benchmarks.Contenders;

/// <summary>Reads bodies and drops them, alike for all contenders.</summary>
internal static class Drain
{
    private const int BufferSize = 128 * 1024;

    /// <exception cref="InvalidOperationException">The body has another length.</exception>
    public static async Task ReadAsync(Stream body, long expected)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(expected, BufferSize));
        long total = 0;
        int read;
        while ((read = await body.ReadAsync(buffer)) > 0)
        {
            total += read;
        }

        ArrayPool<byte>.Shared.Return(buffer);
        Expect(expected, total);
    }

    public static void Expect(long expected, long actual)
    {
        if (actual != expected)
        {
            throw new InvalidOperationException($"There are {actual} where {expected} were due.");
        }
    }
}

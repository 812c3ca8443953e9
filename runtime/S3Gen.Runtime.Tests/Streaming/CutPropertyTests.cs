using CsCheck;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Streaming;

/// <summary>Wherever connections break, the bytes are the object's, or there is an exception.</summary>
public sealed class CutPropertyTests
{
    private const int MaxRetries = 3;

    private static readonly Gen<(int Length, int[] Cuts, bool Resets, int Buffer)> Cases =
        Gen.Select(Gen.Int[0, 3_000], Gen.Int[0, 3_000].Array[0, 6], Gen.Bool, Gen.Int[1, 4_000]);

    [Test]
    public Task Any_sequence_of_cuts_gives_the_object_or_an_exception() => Cases.SampleAsync(
        static async @case =>
        {
            string content = string.Concat(Enumerable.Range(0, @case.Length).Select(static i => (char)('a' + (i * 7 % 26))));
            CutObject source = new(content, @case.Cuts) { Resets = @case.Resets };
            await using RawServer server = new(source.Answer);
            using ClientPipeline client = TestClient.For(server, MaxRetries);
            using TestResponse response = await client.RunAsync(TestOperation.Download);
            List<byte> read = [];
            bool isWhole = await TryReadAsync(response.Body, new byte[@case.Buffer], read);

            string got = System.Text.Encoding.ASCII.GetString([.. read]);
            Assert.That(got, isWhole ? Is.EqualTo(content) : Is.EqualTo(content[..got.Length]));
            Assert.That(isWhole || server.Requests.Length == MaxRetries + 1, Is.True, "it gives up when the retries are used up, and not before");
        },
        iter: 300,
        threads: 2);

    private static async Task<bool> TryReadAsync(Stream body, byte[] buffer, List<byte> read)
    {
        try
        {
            for (int count = await body.ReadAsync(buffer); count > 0; count = await body.ReadAsync(buffer))
            {
                read.AddRange(buffer.AsSpan(0, count));
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }
}

using System.Security.Cryptography;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Downloads;

/// <summary>What is read is held against the checksum that the server keeps with the object.</summary>
public sealed class DownloadIntegrityTests(string server) : ServerSuite(server)
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(300_000);

    private static readonly string[] Algorithms =
        ["CRC32", "CRC32C", "CRC64NVME", "SHA1", "SHA256", "SHA512", "MD5", "XXHASH64", "XXHASH3", "XXHASH128"];

    [TestCaseSource(nameof(Algorithms))]
    public async Task Object_that_arrives_as_it_was_stored_is_read(string algorithm)
    {
        await StoreAsync(algorithm);
        await using S3Client s3 = VerifyingClient();

        Assert.That((await ReadAsync(s3, algorithm)).AsSpan().SequenceEqual(Content), Is.True);
    }

    [TestCaseSource(nameof(Algorithms))]
    public async Task Object_that_is_damaged_on_its_way_is_refused(string algorithm)
    {
        NotOn(ServerNames.CephRgw, "keeps no checksums, or this version does not");
        await StoreAsync(algorithm);
        await using DamagingTransport way = new();
        await using S3Client s3 = VerifyingClient(way);

        ChecksumMismatchException? mismatch = await Assert.ThrowsAsync<ChecksumMismatchException>(() => ReadAsync(s3, algorithm));

        Assert.That(mismatch!.Algorithm, Is.EqualTo(algorithm));
        Assert.That(mismatch.Actual, Is.Not.EqualTo(mismatch.Expected));
    }

    [Test]
    public async Task Range_and_object_without_a_checksum_are_read_as_they_are()
    {
        await StoreAsync("CRC32");
        await PutAsync("plain", Content);
        await using S3Client s3 = VerifyingClient();

        using GetObjectResponse range = await s3.GetObjectAsync(new GetObjectRequest { Bucket = Bucket, Key = "CRC32", Range = "bytes=1000-1999" });
        using MemoryStream copy = new();
        await range.Body.CopyToAsync(copy);

        Assert.That(copy.ToArray(), Is.EqualTo(Content[1000..2000]));
        Assert.That((await ReadAsync(s3, "plain")).AsSpan().SequenceEqual(Content), Is.True);
    }

    private async Task StoreAsync(string algorithm)
    {
        await S3.PutObjectAsync(new PutObjectRequest
        {
            Bucket = Bucket,
            Key = algorithm,
            Body = RequestBody.FromBytes(Content),
            ChecksumAlgorithm = new ChecksumAlgorithm(algorithm),
        });
    }

    private async Task<byte[]> ReadAsync(S3Client s3, string key)
    {
        using GetObjectResponse response = await s3.GetObjectAsync(Bucket, key);
        using MemoryStream content = new();
        await response.Body.CopyToAsync(content);
        return content.ToArray();
    }
}

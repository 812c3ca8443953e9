using System.Reflection;
using S3Gen.Encryption.Formats;

namespace S3Gen.Encryption.Tests;

/// <summary>What cannot be honoured is refused by name, and all else of a request reaches the service.</summary>
public sealed class RefusedRequestTests
{
    [TestCase(nameof(PutObjectRequest.ContentMD5))]
    [TestCase(nameof(PutObjectRequest.ChecksumCRC64NVME))]
    [TestCase(nameof(PutObjectRequest.ChecksumSHA256))]
    public async Task Checksum_of_the_plaintext_is_refused(string member) => await RefusedAsync(member, "speaks of the plaintext");

    [Test]
    public async Task Append_is_refused() => await RefusedAsync(nameof(PutObjectRequest.WriteOffsetBytes), "appends");

    [Test]
    public void Metadata_of_the_formats_names_is_refused()
    {
        PutObjectRequest request = new() { Bucket = "b", Key = "k", Metadata = new Dictionary<string, string> { ["X-Amz-Iv"] = "x" } };
        Assert.That(Assert.Throws<ArgumentException>(() => EncryptedRequest.Check(request))!.Message, Does.Contain("Metadata['X-Amz-Iv']"));
    }

    [Test]
    public async Task Range_and_part_are_refused()
    {
        await using EncryptionRig rig = await EncryptionRig.StartAsync();
        GetObjectRequest range = new() { Bucket = "b", Key = "k", Range = "bytes=0-1" };
        GetObjectRequest part = new() { Bucket = "b", Key = "k", PartNumber = 1 };
        Assert.That((await Assert.ThrowsAsync<ArgumentException>(async () => await rig.Client().GetObjectAsync(range)))!.Message, Does.Contain("GetObjectRequest.Range"));
        Assert.That((await Assert.ThrowsAsync<ArgumentException>(async () => await rig.Client().GetObjectAsync(part)))!.Message, Does.Contain("GetObjectRequest.PartNumber"));
    }

    [Test]
    public async Task Object_beyond_the_bound_is_refused_with_the_options_that_help()
    {
        await using EncryptionRig rig = await EncryptionRig.StartAsync();
        await EncryptionRig.PutAsync(rig.Client(), "large", new byte[101]);
        S3EncryptionOptions bounded = new() { Keyring = EncryptionRig.Keyring(), MaxBufferedLength = 100 };
        S3EncryptionException refusal = (await Assert.ThrowsAsync<S3EncryptionException>(async () => await rig.GetAsync("large", bounded)))!;
        Assert.That(refusal.Message, Does.Contain("MaxBufferedLength").And.Contain("ReleaseUnauthenticated").And.Contain("GetObjectToFileAsync"));
    }

    [Test]
    public void Every_other_member_of_a_request_is_copied()
    {
        string[] replaced = [nameof(PutObjectRequest.Body), nameof(PutObjectRequest.Metadata), nameof(PutObjectRequest.ContentLength)];
        RequestBody body = RequestBody.FromString("x");
        foreach (PropertyInfo property in typeof(PutObjectRequest).GetProperties().Where(property => !replaced.Contains(property.Name)))
        {
            PutObjectRequest request = WithMember(property.Name, out object value);
            bool isRefused = IsRefused(request);
            object? copied = isRefused ? value : property.GetValue(EncryptedRequest.With(request, body, new Dictionary<string, string>()));
            Assert.That(copied, Is.EqualTo(value), property.Name);
        }
    }

    private static async Task RefusedAsync(string member, string reason)
    {
        await using EncryptionRig rig = await EncryptionRig.StartAsync();
        ArgumentException refusal = (await Assert.ThrowsAsync<ArgumentException>(async () => await rig.Client().PutObjectAsync(WithMember(member, out _))))!;
        Assert.That(refusal.Message, Does.StartWith($"PutObjectRequest.{member} {reason}"));
    }

    private static bool IsRefused(PutObjectRequest request)
    {
        try
        {
            EncryptedRequest.Check(request);
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static PutObjectRequest WithMember(string member, out object value)
    {
        PutObjectRequest request = new() { Bucket = "bucket", Key = "key" };
        PropertyInfo property = typeof(PutObjectRequest).GetProperty(member)!;
        Type type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        value = type == typeof(string) ? "value"
            : type == typeof(bool) ? true
            : type == typeof(long) ? 5L
            : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch
            : Activator.CreateInstance(type, "value")!;
        property.SetValue(request, value);
        return request;
    }
}

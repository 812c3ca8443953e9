using System.Security.Cryptography;
using S3Gen.Integration.Faults;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Downloads;

/// <summary>A body that breaks off between a real server and the client goes on where it broke.</summary>
[TestFixture(ServerNames.InProcess)]
[TestFixture(ServerNames.CephRgw)]
[TestFixture(ServerNames.Moto)]
public sealed class InterruptedDownloadTests(string server)
{
    private static readonly byte[] Content = RandomNumberGenerator.GetBytes(700_000);

    private static readonly Fault[] Breaks = [new(FaultKind.ResetInBody), new(FaultKind.Truncate), new(FaultKind.StallInBody)];

    [Test]
    public async Task Body_that_breaks_off_three_times_comes_whole()
    {
        await using FaultRig rig = await StartAsync(Breaks);

        Assert.That((await FaultRig.ReadAsync(rig.Faulty, rig.Bucket, "key")).AsSpan().SequenceEqual(Content), Is.True);
        Assert.That(rig.Proxy.Faults, Is.SupersetOf(Breaks.Select(static fault => KeyValuePair.Create(fault.ToString(), 1))));
    }

    [TestCase("bytes=100000-599999", 100_000, 600_000)]
    [TestCase("bytes=-300000", 400_000, 700_000)]
    public async Task Range_that_breaks_off_comes_whole(string range, int first, int end)
    {
        await using FaultRig rig = await StartAsync(Breaks[0], Breaks[1]);

        using GetObjectResponse response = await rig.Faulty.GetObjectAsync(new GetObjectRequest { Bucket = rig.Bucket, Key = "key", Range = range });

        Assert.That((await ReadAsync(response)).AsSpan().SequenceEqual(Content.AsSpan(first..end)), Is.True);
    }

    [Test]
    public async Task Object_that_was_replaced_meanwhile_is_not_mixed_with_the_new_one()
    {
        await using FaultRig rig = await StartAsync(Breaks[0]);
        using GetObjectResponse response = await rig.Faulty.GetObjectAsync(rig.Bucket, "key");
        await rig.Direct.PutObjectAsync(new PutObjectRequest { Bucket = rig.Bucket, Key = "key", Body = RequestBody.FromString("another") });

        await Assert.ThrowsAsync<ContentChangedException>(() => ReadAsync(response));
    }

    [Test]
    public async Task Object_that_was_deleted_meanwhile_is_missing()
    {
        await using FaultRig rig = await StartAsync(Breaks[0]);
        using GetObjectResponse response = await rig.Faulty.GetObjectAsync(rig.Bucket, "key");
        await rig.Direct.DeleteObjectAsync(rig.Bucket, "key");

        await Assert.ThrowsAsync(Is.InstanceOf<NoSuchKeyException>().Or.InstanceOf<ContentChangedException>(), () => ReadAsync(response));
    }

    private static async Task<byte[]> ReadAsync(GetObjectResponse response)
    {
        using MemoryStream content = new();
        await response.Body.CopyToAsync(content);
        return content.ToArray();
    }

    private async Task<FaultRig> StartAsync(params Fault[] faults)
    {
        FaultRig rig = await FaultRig.StartAsync(server, FaultPlan.Script(faults));
        await rig.Direct.PutObjectAsync(new PutObjectRequest { Bucket = rig.Bucket, Key = "key", Body = RequestBody.FromBytes(Content) });
        return rig;
    }
}

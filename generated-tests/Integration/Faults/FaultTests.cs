using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Faults;

/// <summary>Each fault once, between the client and a real server.</summary>
[Parallelizable(ParallelScope.Children)] // Each has a server and a proxy of its own, and many wait for a limit to pass.
public sealed class FaultTests
{
    private static readonly byte[] Content = RandomBytes(200_000);

    private static IEnumerable<TestCaseData> AllFaults => Fault.Unseen.Concat(Fault.Seen).Select(fault => new TestCaseData(fault).SetArgDisplayNames(fault.ToString()));

    [TestCaseSource(nameof(AllFaults))]
    public async Task Upload_survives_it(object fault) => await UploadAsync((Fault)fault, () => RequestBody.FromBytes(Content));

    [TestCaseSource(nameof(AllFaults))]
    public async Task Upload_of_a_stream_from_its_middle_survives_it(object fault)
    {
        using MemoryStream stream = new([.. RandomBytes(1000), .. Content]) { Position = 1000 };
        await UploadAsync((Fault)fault, () => RequestBody.FromStream(stream));
    }

    [TestCaseSource(nameof(AllFaults))]
    public async Task Upload_of_a_slow_stream_survives_it(object fault)
    {
        using SlowStream stream = new(Content);
        await UploadAsync((Fault)fault, () => RequestBody.FromStream(stream));
    }

    [TestCaseSource(nameof(AllFaults))]
    public async Task Listing_survives_it(object fault)
    {
        await using FaultRig rig = await FaultRig.StartAsync(ServerNames.InProcess, FaultPlan.Script((Fault)fault));
        await rig.Direct.PutObjectAsync(new PutObjectRequest { Bucket = rig.Bucket, Key = "listed", Body = RequestBody.FromString("x") });

        ListObjectsV2Response page = await rig.Faulty.ListObjectsV2Async(rig.Bucket);

        Assert.That(page.Contents.Select(item => item.Key), Is.EqualTo(new[] { "listed" }));
        rig.AssertDone((Fault)fault);
    }

    [TestCaseSource(nameof(AllFaults))]
    public async Task Download_survives_it(object fault)
    {
        await using FaultRig rig = await FaultRig.StartAsync(ServerNames.InProcess, FaultPlan.Script((Fault)fault));
        await rig.Direct.PutObjectAsync(new PutObjectRequest { Bucket = rig.Bucket, Key = "key", Body = RequestBody.FromBytes(Content) });

        byte[] downloaded = await FaultRig.ReadAsync(rig.Faulty, rig.Bucket, "key");

        Assert.That(downloaded, Is.EqualTo(Content));
        rig.AssertDone((Fault)fault);
    }

    [TestCaseSource(nameof(AllFaults))]
    public async Task Body_that_cannot_be_sent_again_is_not_and_the_exception_says_so(object fault)
    {
        await using FaultRig rig = await FaultRig.StartAsync(ServerNames.InProcess, FaultPlan.Script((Fault)fault));
        using ForwardOnlyStream stream = new(Content);
        PutObjectRequest request = new() { Bucket = rig.Bucket, Key = "once", Body = RequestBody.FromStream(stream, Content.Length) };

        try
        {
            await rig.Faulty.PutObjectAsync(request);
        }
        catch (ServiceException e)
        {
            Assert.That(e.Message, Does.Contain("body cannot be read twice"));
            return;
        }

        Assert.That(await FaultRig.ReadAsync(rig.Direct, rig.Bucket, "once"), Is.EqualTo(Content));
    }

    private static async Task UploadAsync(Fault fault, Func<RequestBody> body)
    {
        await using FaultRig rig = await FaultRig.StartAsync(ServerNames.InProcess, FaultPlan.Script(fault));

        await rig.Faulty.PutObjectAsync(new PutObjectRequest { Bucket = rig.Bucket, Key = "key", Body = body() });

        Assert.That(await FaultRig.ReadAsync(rig.Direct, rig.Bucket, "key"), Is.EqualTo(Content));
        rig.AssertDone(fault);
    }

    private static byte[] RandomBytes(int count)
    {
        byte[] bytes = new byte[count];
        new Random(count).NextBytes(bytes);
        return bytes;
    }
}

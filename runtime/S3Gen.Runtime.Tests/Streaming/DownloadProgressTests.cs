using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Streaming;

public sealed class DownloadProgressTests
{
    private static readonly string Content = new('x', 10_000);

    [Test]
    public async Task Every_read_is_told_and_the_end_once([Values] bool breaksOff)
    {
        CutObject source = new(Content, breaksOff ? [2_500] : []);
        await using RawServer server = new(source.Answer);
        using ClientPipeline client = TestClient.For(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);
        List<TransferProgress> reports = [];
        response.ReportProgress(new Recorder(reports));

        await response.Body.CopyToAsync(Stream.Null);

        Assert.That(reports.Select(static report => report.BytesTransferred), Is.Ordered.And.All.LessThanOrEqualTo(10_000));
        Assert.That(reports.Select(static report => report.TotalBytes), Is.All.EqualTo(10_000));
        Assert.That(reports.Count(static report => report.PartsTransferred == 1), Is.EqualTo(1));
        Assert.That(reports[^1] with { BytesPerSecond = 0 }, Is.EqualTo(new TransferProgress(10_000, 10_000) { PartsTransferred = 1 }));
    }

    [Test]
    public async Task Body_of_unknown_length_has_no_total_before_its_end()
    {
        await using RawServer server = new(Reply.Raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabcde\r\n0\r\n\r\n"));
        using ClientPipeline client = TestClient.For(server);
        using TestResponse response = await client.RunAsync(TestOperation.Download);
        List<TransferProgress> reports = [];
        response.ReportProgress(new Recorder(reports));

        await response.Body.CopyToAsync(Stream.Null);

        Assert.That(reports[0].TotalBytes, Is.Null);
        Assert.That((reports[^1].BytesTransferred, reports[^1].TotalBytes), Is.EqualTo((5L, (long?)5)));
    }

    private sealed class Recorder(List<TransferProgress> reports) : IProgress<TransferProgress>
    {
        public void Report(TransferProgress value) => reports.Add(value);
    }
}

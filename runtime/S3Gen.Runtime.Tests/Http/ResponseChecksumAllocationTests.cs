using System.Net;
using S3Gen.Runtime.Http;
using S3Gen.Runtime.Pipeline;
using S3Gen.Runtime.Resilience;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Http;

public sealed class ResponseChecksumAllocationTests
{
    [Test]
    public void Looking_for_a_checksum_that_is_not_there_allocates_nothing()
    {
        ServiceCall call = new(new CallClock(TimeProvider.System, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan), newGuid: null);
        call.Begin(TestOperation.Download, CancellationToken.None);
        call.Request.AddHeader("x-amz-checksum-mode", "ENABLED");
        using HttpResponseMessage message = new(HttpStatusCode.OK) { Content = new ByteArrayContent([]) };
        foreach (string name in (string[])["ETag", "x-amz-request-id", "x-amz-id-2", "x-amz-version-id", "Last-Modified", "Accept-Ranges"])
        {
            message.Headers.TryAddWithoutValidation(name, "value");
        }

        Assert.That(ResponseChecksum.Find(call, message), Is.Null);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1000; i++)
        {
            _ = ResponseChecksum.Find(call, message);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}

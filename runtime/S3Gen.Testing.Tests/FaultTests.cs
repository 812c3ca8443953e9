using System.Net;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class FaultTests : ServerFixture
{
    [Test]
    public async Task A_rule_answers_an_error_for_its_operation_and_key_alone()
    {
        await ArrangeAsync(Put("a", "1"));
        await ArrangeAsync(Put("b", "2"));
        Server.Faults.Add(new FaultRule { Operation = "GetObject", Key = "a*", ErrorCode = "SlowDown", RetryAfterSeconds = 7 });
        S3Answer hit = await SendAsync(Get("a"));
        AssertError(hit, 503, "SlowDown");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(hit.Header("Retry-After"), Is.EqualTo("7"));
            Assert.That((await SendAsync(Get("b"))).Text, Is.EqualTo("2"));
            Assert.That((await SendAsync(Head("a"))).Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task A_rule_hits_from_the_call_named_and_as_often_as_it_says()
    {
        await ArrangeAsync(Put("k", "1"));
        FaultRule rule = Server.Faults.Add(new FaultRule { Operation = "GetObject", FromCall = 2, Times = 2, ErrorCode = "InternalError", Status = 500 });
        List<HttpStatusCode> statuses = [];
        for (int call = 0; call < 4; call++)
        {
            statuses.Add((await SendAsync(Get("k"))).Status);
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(statuses, Is.EqualTo([HttpStatusCode.OK, HttpStatusCode.InternalServerError, HttpStatusCode.InternalServerError, HttpStatusCode.OK]));
            Assert.That(rule.Matched, Is.EqualTo(4));
        }
    }

    [Test]
    public async Task A_closed_connection_leaves_the_operation_undone_and_a_lost_response_leaves_it_done()
    {
        FaultRule closed = Server.Faults.Add(new FaultRule { Operation = "PutObject", CloseConnection = true });
        await Assert.ThrowsAsync<HttpRequestException>(async () => await SendAsync(Put("never", "1")));
        Server.Faults.Remove(closed);
        Server.Faults.Add(new FaultRule { Operation = "PutObject", LoseResponse = true });
        await Assert.ThrowsAsync<HttpRequestException>(async () => await SendAsync(Put("stored", "1")));
        Server.Faults.Clear();
        AssertError(await SendAsync(Get("never")), 404, "NoSuchKey");
        Assert.That((await SendAsync(Get("stored"))).Text, Is.EqualTo("1"));
    }

    [Test]
    public async Task A_body_is_cut_short_after_the_bytes_named()
    {
        await ArrangeAsync(Put("k", new string('x', 100_000)));
        Server.Faults.Add(new FaultRule { Operation = "GetObject", TruncateBodyAt = 1000 });
        using HttpClient http = new();
        using HttpResponseMessage response = await http.SendAsync(Get("k").Build(), HttpCompletionOption.ResponseHeadersRead);
        await using Stream body = await response.Content.ReadAsStreamAsync();
        byte[] first = new byte[1000];
        await body.ReadExactlyAsync(first);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.Content.Headers.ContentLength, Is.EqualTo(100_000));
            await Assert.ThrowsAsync<HttpIOException>(async () => await body.CopyToAsync(Stream.Null));
        }
    }

    [Test]
    public async Task A_slow_body_is_whole_and_a_spoiled_one_differs_in_one_byte()
    {
        await ArrangeAsync(Put("k", "0123456789"));
        FaultRule slow = Server.Faults.Add(new FaultRule { Operation = "GetObject", BytesPerSecond = 100 });
        string whole = (await SendAsync(Get("k"))).Text;
        Server.Faults.Remove(slow);
        Server.Faults.Add(new FaultRule { Operation = "GetObject", CorruptBodyAt = 3 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(whole, Is.EqualTo("0123456789"));
            Assert.That((await SendAsync(Get("k"))).Text, Is.EqualTo("0122456789"));
        }
    }

    [Test]
    public void A_rule_out_of_range_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Server.Faults.Add(new FaultRule { Status = 200 }));
}

using System.Net;
using System.Text.Json;
using S3Gen.Runtime.Errors;
using S3Gen.Runtime.Tests.Signing;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Errors;

/// <summary>What S3, proxies and attackers answer, and what has to be made of it.</summary>
public sealed class ErrorVectorTests
{
    private static IEnumerable<TestCaseData> Errors => Vectors.Lines("vectors/errors.jsonl", static json => !IsMalformedSuccess(json));

    private static IEnumerable<TestCaseData> MalformedSuccesses => Vectors.Lines("vectors/errors.jsonl", IsMalformedSuccess);

    [TestCaseSource(nameof(Errors))]
    public void Error_is_read_as_the_vector_says(JsonElement vector)
    {
        JsonElement expected = vector.GetProperty("expected");
        JsonElement headers = vector.GetProperty("headers");

        ServiceErrorDetails error = ErrorParser.Parse(
            TestOperation.List,
            (HttpStatusCode)vector.GetProperty("status").GetInt32(),
            [.. headers.EnumerateObject().Select(static header => KeyValuePair.Create(header.Name, header.Value.GetString()!))],
            Body(vector));

        Assert.That(error.ErrorCode, Is.EqualTo(expected.GetProperty("code").GetString()));
        Assert.That(error.Message, Is.EqualTo(expected.GetProperty("message").GetString()));
        Assert.That(error.RequestId, Is.EqualTo(expected.Text("requestId")));
        Assert.That(error.HostId, Is.EqualTo(expected.Text("hostId")));
        Assert.That((int)error.StatusCode, Is.EqualTo(expected.GetProperty("status").GetInt32()));
        Assert.That(error.IsMalformed, Is.EqualTo(expected.GetProperty("malformed").GetBoolean()));
    }

    [TestCaseSource(nameof(MalformedSuccesses))]
    public void Success_that_is_malformed_is_left_to_its_operation(JsonElement vector) =>
        Assert.That(ErrorParser.IsError(Body(vector), TestOperation.S3), Is.False);

    private static bool IsMalformedSuccess(JsonElement vector) =>
        vector.GetProperty("status").GetInt32() == 200 && vector.GetProperty("expected").GetProperty("malformed").GetBoolean();

    private static byte[] Body(JsonElement vector) => vector.GetProperty("body_base64").GetBytesFromBase64();
}

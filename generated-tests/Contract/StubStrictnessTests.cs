namespace S3Gen.Contract.Tests;

/// <summary>A stub that answers anything proves nothing: each stub tells its request from those that lack a member or have another value.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class StubStrictnessTests
{
    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.All))]
    public void Stub_refuses_a_request_that_lacks_a_member(OperationShape operation)
    {
        StructureValue input = MessageSynthesizer.Input(operation);
        ExpectedRequest stub = new(operation, ModelOperations.Requests.Build(operation, input));
        string[] unnoticed =
        [
            .. operation.Input.Members
                .Where(member => !member.Traits.Has(Traits.HttpLabel))
                .Where(member => stub.Differences(ModelOperations.Requests.Build(operation, input.Without(member.Name))).Count == 0)
                .Select(member => member.Name),
        ];
        Assert.That(unnoticed, Is.Empty);
    }

    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.All))]
    public void Stub_refuses_a_request_with_other_values(OperationShape operation)
    {
        StructureValue input = MessageSynthesizer.Input(operation);
        ExpectedRequest stub = new(operation, ModelOperations.Requests.Build(operation, input));
        WireRequest request = ModelOperations.Requests.Build(operation, input);
        string[] unnoticed =
        [
            .. Changed(request).Where(change => stub.Differences(change.Request).Count == 0).Select(change => change.What),
        ];
        Assert.That(stub.Differences(request), Is.Empty);
        Assert.That(unnoticed, Is.Empty);
    }

    private static IEnumerable<(string What, WireRequest Request)> Changed(WireRequest request)
    {
        yield return ("method", request with { Method = "PATCH" });
        yield return ("path", request with { Path = request.Path + "/more" });
        yield return ("surplus parameter", request with { Query = [.. request.Query, new("surplus", "1")] });
        yield return ("surplus header", request with { Headers = With(request, "x-amz-surplus", "1") });
        yield return ("surplus body", request with { Body = (byte[])[.. request.Body.Span, (byte)' ', (byte)'x'] });
        for (int i = 0; i < request.Query.Count; i++)
        {
            KeyValuePair<string, string> other = new(request.Query[i].Key, request.Query[i].Value + "other");
            yield return (other.Key, request with { Query = [.. request.Query.Take(i), other, .. request.Query.Skip(i + 1)] });
        }

        foreach ((string name, string value) in request.Headers)
        {
            yield return (name, request with { Headers = With(request, name, value + "other") });
        }
    }

    private static Dictionary<string, string> With(WireRequest request, string name, string value) => new(request.Headers) { [name] = value };
}

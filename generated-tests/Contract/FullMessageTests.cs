namespace S3Gen.Contract.Tests;

/// <summary>Every member of every request reaches the wire, and every member of every response comes back from it.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class FullMessageTests : IDisposable
{
    private readonly StubServer _server = new();

    public void Dispose() => _server.Dispose();

    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.Variants))]
    public async Task Operation_with_every_member_set_sends_and_reads_all_of_them(OperationShape operation, int variant)
    {
        StructureValue output = MessageSynthesizer.Output(operation, variant);
        StubbedOperation stubbed = new(_server, operation, MessageSynthesizer.Input(operation, variant));
        (StructureValue value, ServiceResponse response) = await stubbed.CallAsync(StubbedOperation.WithIds(ModelOperations.Responses.Build(operation, output)));
        Assert.That(ValueComparer.Differences(output, value), Is.Empty);
        Assert.That(((int)response.StatusCode, response.RequestId, response.HostId), Is.EqualTo((operation.Code, StubbedOperation.RequestId, StubbedOperation.HostId)));
    }

    [TestCaseSource(typeof(ModelOperations), nameof(ModelOperations.All))]
    public async Task Operation_with_required_members_alone_sends_no_other(OperationShape operation)
    {
        StructureValue output = MessageSynthesizer.Output(operation);
        (StructureValue value, _) = await StubbedOperation.Minimal(_server, operation).CallAsync(ModelOperations.Responses.Build(operation, output));
        Assert.That(ValueComparer.Differences(output, value), Is.Empty);
    }
}

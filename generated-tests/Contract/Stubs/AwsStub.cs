using Microsoft.Extensions.Time.Testing;

namespace S3Gen.Contract.Tests.Stubs;

/// <summary>A stub that stands for all hosts of AWS, and clients that take it for them.</summary>
internal sealed class AwsStub : IDisposable
{
    public const string Region = "us-west-2";

    private readonly ReroutingTransport _transport;

    public AwsStub() => _transport = new ReroutingTransport(Server.Port);

    public StubServer Server { get; } = new();

    /// <summary>A client of <see cref="Region"/> whose clock stands.</summary>
    public S3Client Client(DateTimeOffset now) => S3Clients.CreateForAws(Region, _transport, new FakeTimeProvider(now));

    public void Dispose()
    {
        _transport.Dispose();
        Server.Dispose();
    }
}

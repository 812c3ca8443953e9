namespace S3Gen.Integration.Servers;

/// <summary>A server that the suite runs against, and what it is known to lack.</summary>
public sealed class ServerUnderTest : IAsyncDisposable
{
    private readonly IAsyncDisposable? _owned;

    internal ServerUnderTest(string name, S3ClientOptions options, IAsyncDisposable? owned = null)
    {
        Name = name;
        Options = options;
        Client = new S3Client(options);
        _owned = owned;
    }

    public string Name { get; }

    public S3ClientOptions Options { get; }

    public S3Client Client { get; }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        if (_owned is not null)
        {
            await _owned.DisposeAsync();
        }
    }
}

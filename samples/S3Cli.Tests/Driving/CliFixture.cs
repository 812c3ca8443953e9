using System.Text;
using S3Cli.App;
using S3Gen;
using S3Gen.Runtime;
using S3Gen.Testing;

namespace S3Cli.Tests.Driving;

/// <summary>A server, a folder and a bucket for each test, and the tool to run against them.</summary>
internal abstract class CliFixture
{
    private static int _buckets;

    private S3TestServer _server = null!;

    protected S3Client Client { get; private set; } = null!;

    protected Uri Endpoint => _server.Endpoint;

    protected string Secret => _server.SecretAccessKey;

    protected string Bucket { get; private set; } = null!;

    protected string Folder { get; private set; } = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        _server = await S3TestServer.StartAsync();
        Client = new S3Client(new S3ClientOptions { EndpointUrl = _server.Endpoint, Region = _server.Region, Credentials = Credentials });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await Client.DisposeAsync();
        await _server.DisposeAsync();
    }

    [SetUp]
    public async Task PrepareAsync()
    {
        Bucket = $"bucket-{Interlocked.Increment(ref _buckets)}";
        Folder = Directory.CreateTempSubdirectory("s3cli").FullName;
        await Client.CreateBucketAsync(Bucket);
    }

    [TearDown]
    public void CleanUp() => Directory.Delete(Folder, recursive: true);

    protected StaticCredentialProvider Credentials => new(new Credentials(_server.AccessKeyId, _server.SecretAccessKey));

    /// <summary>Runs the tool; <c>{b}</c> stands for the bucket's URL.</summary>
    protected Task<CliRun> RunAsync(params string[] arguments) => RunAsync(ReadOnlyMemory<byte>.Empty, CancellationToken.None, arguments);

    protected async Task<CliRun> RunAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken, params string[] arguments)
    {
        using MemoryStream output = new();
        await using StringWriter error = new();
        CliHost host = new() { Input = new MemoryStream(input.ToArray()), Output = output, Error = error, Credentials = Credentials };
        string[] all = [.. arguments.Select(text => text.Replace("{b}", $"s3://{Bucket}", StringComparison.Ordinal)), "--endpoint-url", _server.Endpoint.AbsoluteUri, "--region", _server.Region];
        int code = await new CommandLineApp(host).RunAsync(all, cancellationToken);
        return new CliRun(code, output.ToArray(), error.ToString());
    }

    /// <summary>Makes a file in the test's folder.</summary>
    /// <returns>Its path.</returns>
    protected string Write(string name, string content)
    {
        string path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }

    protected string At(string name) => Path.Combine(Folder, name);

    protected Task PutAsync(string key, string content) =>
        Client.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = key, Body = RequestBody.FromString(content) });

    protected async Task<string> GetAsync(string key)
    {
        await using GetObjectResponse response = await Client.GetObjectAsync(Bucket, key);
        using StreamReader reader = new(response.Body, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    /// <summary>The keys that are in the bucket, in order.</summary>
    protected async Task<string[]> KeysAsync()
    {
        List<string> keys = [];
        await foreach (ListObjectsV2Response page in Client.ListObjectsV2PagesAsync(new ListObjectsV2Request { Bucket = Bucket }))
        {
            keys.AddRange(page.Contents.Select(entry => entry.Key!));
        }

        return [.. keys];
    }

    /// <summary>The files that are in the test's folder, relative and in order.</summary>
    protected string[] Files() =>
        [.. Directory.GetFiles(Folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(Folder, path)).Order(StringComparer.Ordinal)];
}

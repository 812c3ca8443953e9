using System.Net;

namespace S3Gen.Testing.Tests.Driving;

/// <summary>A fresh server with one bucket for each test.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1001", Justification = "The tear-down disposes, once for each test.")]
internal abstract class ServerFixture
{
    private HttpClient _http = null!;

    protected const string Bucket = "test-bucket";

    protected S3TestServer Server { get; private set; } = null!;

    protected virtual S3TestServerOptions Options => new();

    [SetUp]
    public async Task StartServer()
    {
        Server = await S3TestServer.StartAsync(Options);
        _http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        Assert.That((await SendAsync(Request(HttpMethod.Put, "/" + Bucket).At(Options.TimeProvider.GetUtcNow()))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TearDown]
    public async Task StopServer()
    {
        _http.Dispose();
        await Server.DisposeAsync();
    }

    protected S3Request Request(HttpMethod method, string path) => new(Server, method, path);

    protected S3Request Get(string key) => Request(HttpMethod.Get, $"/{Bucket}/{key}");

    protected S3Request Head(string key) => Request(HttpMethod.Head, $"/{Bucket}/{key}");

    protected S3Request Put(string key, string body = "") => Request(HttpMethod.Put, $"/{Bucket}/{key}").Body(body);

    protected S3Request Post(string key) => Request(HttpMethod.Post, $"/{Bucket}/{key}");

    protected S3Request Delete(string key) => Request(HttpMethod.Delete, $"/{Bucket}/{key}");

    protected Task<S3Answer> SendAsync(S3Request request) => SendAsync(request.Build());

    protected async Task<S3Answer> SendAsync(HttpRequestMessage message)
    {
        using HttpResponseMessage response = await _http.SendAsync(message);
        byte[] body = await response.Content.ReadAsByteArrayAsync();
        return new S3Answer(response, body);
    }

    /// <summary>Sends what must succeed, as the setting of a test.</summary>
    protected async Task<S3Answer> ArrangeAsync(S3Request request)
    {
        S3Answer answer = await SendAsync(request);
        Assert.That((int)answer.Status, Is.LessThan(300), answer.Text);
        return answer;
    }

    protected static void AssertError(S3Answer answer, int status, string code)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int)answer.Status, Is.EqualTo(status), answer.Text);
            Assert.That(answer.ErrorCode, Is.EqualTo(code), answer.Text);
        }
    }
}

using System.Net;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

/// <summary>What a server with a folder holds, another one finds there.</summary>
internal sealed class DirectoryTests
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("s3gen-server-");

    [TearDown]
    public void Remove() => _folder.Delete(recursive: true);

    [Test]
    public async Task Objects_versions_settings_and_uploads_survive_a_restart()
    {
        string upload;
        await using (Session first = await Session.StartAsync(_folder))
        {
            await first.SendAsync(HttpMethod.Put, "/kept-bucket");
            await first.SendAsync(HttpMethod.Put, "/kept-bucket", "versioning", "<VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>");
            await first.SendAsync(HttpMethod.Put, "/kept-bucket", "requestPayment", "<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>");
            await first.SendAsync(HttpMethod.Put, "/kept-bucket/a/../b ü", body: "one");
            await first.SendAsync(HttpMethod.Put, "/kept-bucket/a/../b ü", body: "two");
            await first.SendAsync(HttpMethod.Put, "/kept-bucket/gone", body: "three");
            await first.SendAsync(HttpMethod.Delete, "/kept-bucket/gone");
            upload = (await first.SendAsync(HttpMethod.Post, "/kept-bucket/parts", "uploads")).Element("UploadId")!;
            await first.SendAsync(new S3Request(first.Server, HttpMethod.Put, "/kept-bucket/parts").Query("partNumber", "1").Query("uploadId", upload).Body("part"));
        }
        await using Session second = await Session.StartAsync(_folder);
        S3Answer versions = await second.SendAsync(HttpMethod.Get, "/kept-bucket", "versions");
        S3Answer parts = await second.SendAsync(new S3Request(second.Server, HttpMethod.Get, "/kept-bucket/parts").Query("uploadId", upload));
        string etag = parts.Element("ETag")!;
        S3Answer completed = await second.SendAsync(new S3Request(second.Server, HttpMethod.Post, "/kept-bucket/parts").Query("uploadId", upload)
            .Body($"<CompleteMultipartUpload><Part><PartNumber>1</PartNumber><ETag>{etag}</ETag></Part></CompleteMultipartUpload>"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await second.SendAsync(HttpMethod.Get, "/kept-bucket/a/../b ü")).Text, Is.EqualTo("two"));
            Assert.That(versions.Elements("Version", "Key"), Is.EqualTo(["a/../b ü", "a/../b ü", "gone"]));
            Assert.That(versions.Elements("DeleteMarker", "Key"), Is.EqualTo(["gone"]));
            Assert.That((await second.SendAsync(HttpMethod.Get, "/kept-bucket", "requestPayment")).Element("Payer"), Is.EqualTo("Requester"));
            Assert.That(completed.Status, Is.EqualTo(HttpStatusCode.OK), completed.Text);
            Assert.That((await second.SendAsync(HttpMethod.Get, "/kept-bucket/parts")).Text, Is.EqualTo("part"));
        }
    }

    [Test]
    public async Task What_is_deleted_leaves_no_bytes_behind()
    {
        await using Session session = await Session.StartAsync(_folder);
        await session.SendAsync(HttpMethod.Put, "/kept-bucket");
        await session.SendAsync(HttpMethod.Put, "/kept-bucket/k", body: "one");
        await session.SendAsync(HttpMethod.Put, "/kept-bucket/k", body: "two");
        int whileThere = Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories).Count(static file => file.Contains("bytes", StringComparison.Ordinal));
        await session.SendAsync(HttpMethod.Delete, "/kept-bucket/k");
        int afterwards = Directory.GetFiles(_folder.FullName, "*", SearchOption.AllDirectories).Length;
        await session.SendAsync(HttpMethod.Delete, "/kept-bucket");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(whileThere, Is.EqualTo(1));
            Assert.That(afterwards, Is.EqualTo(1), "the bucket's own file");
            Assert.That(_folder.EnumerateFileSystemInfos(), Is.Empty);
        }
    }

    private sealed class Session(S3TestServer server) : IAsyncDisposable
    {
        private readonly HttpClient _http = new();

        public S3TestServer Server => server;

        public static async Task<Session> StartAsync(DirectoryInfo folder) =>
            new(await S3TestServer.StartAsync(new S3TestServerOptions { Directory = folder.FullName }));

        public Task<S3Answer> SendAsync(HttpMethod method, string path, string? sub = null, string body = "")
        {
            S3Request request = new S3Request(server, method, path).Body(body);
            return SendAsync(sub is null ? request : request.Query(sub));
        }

        public async Task<S3Answer> SendAsync(S3Request request)
        {
            using HttpResponseMessage response = await _http.SendAsync(request.Build());
            return new S3Answer(response, await response.Content.ReadAsByteArrayAsync());
        }

        public async ValueTask DisposeAsync()
        {
            _http.Dispose();
            await server.DisposeAsync();
        }
    }
}

using System.Net;
using System.Reflection;
using Consumer.Storage;
using S3Gen.Runtime;

// A client of some operations, from the packages alone, against a stub on loopback.
using HttpListener server = new();
string endpoint = $"http://127.0.0.1:{args[0]}/";
server.Prefixes.Add(endpoint);
server.Start();
Task serving = ServeAsync(server);

await using NotesClient notes = new(new NotesClientOptions
{
    EndpointUrl = new Uri(endpoint),
    Region = "us-east-1",
    Credentials = new StaticCredentialProvider(new Credentials("AKIDEXAMPLE", "not a secret")),
});
await notes.PutObjectAsync(new PutObjectRequest { Bucket = "notes", Key = "today", Body = RequestBody.FromString("kept") });
await foreach (S3Object note in notes.ListObjectsV2ItemsAsync(new ListObjectsV2Request { Bucket = "notes" }))
{
    using GetObjectResponse content = await notes.GetObjectAsync("notes", note.Key!);
    using StreamReader reader = new(content.Body);
    Console.WriteLine($"{note.Key}: {await reader.ReadToEndAsync()}");
}

Type[] types = Assembly.GetExecutingAssembly().GetTypes();
Console.WriteLine($"public types: {types.Count(type => type.IsPublic && type.Namespace == "Consumer.Storage")}");
Console.WriteLine($"operations: {string.Join(' ', types.Where(type => type.Name.EndsWith("Operation", StringComparison.Ordinal)).Select(type => type.Name).Order())}");
server.Stop();
await serving;

static async Task ServeAsync(HttpListener server)
{
    while (server.IsListening)
    {
        HttpListenerContext call;
        try
        {
            call = await server.GetContextAsync();
        }
        catch (Exception stopped) when (stopped is HttpListenerException or ObjectDisposedException)
        {
            return;
        }

        await call.Request.InputStream.CopyToAsync(Stream.Null);
        string body = call.Request.HttpMethod == "PUT" ? ""
            : call.Request.RawUrl!.Contains("list-type=2") ? "<ListBucketResult><Contents><Key>today</Key><Size>4</Size></Contents></ListBucketResult>"
            : "kept";
        call.Response.ContentLength64 = body.Length;
        await call.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body));
        call.Response.Close();
    }
}

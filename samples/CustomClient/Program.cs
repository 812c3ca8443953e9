using CustomClient.Storage;
using S3Gen.Runtime;
using S3Gen.Testing;

// The project's S3GenModel item names four operations, so NotesClient has four methods, and the assembly no more types than these reach.
await using S3TestServer server = await S3TestServer.StartAsync();
await using NotesClient notes = new(new NotesClientOptions
{
    EndpointUrl = server.Endpoint,
    Region = server.Region,
    Credentials = new StaticCredentialProvider(new Credentials(server.AccessKeyId, server.SecretAccessKey)),
});

await notes.CreateBucketAsync("notes");
await notes.PutObjectAsync(new PutObjectRequest { Bucket = "notes", Key = "today", Body = RequestBody.FromString("Generate what you use.") });
await foreach (S3Object note in notes.ListObjectsV2ItemsAsync(new ListObjectsV2Request { Bucket = "notes" }))
{
    using GetObjectResponse content = await notes.GetObjectAsync("notes", note.Key!);
    using StreamReader reader = new(content.Body);
    Console.WriteLine($"{note.Key} ({note.Size} bytes): {await reader.ReadToEndAsync()}");
}

int types = typeof(NotesClient).Assembly.GetTypes().Count(type => type.Namespace == "CustomClient.Storage" && !type.IsNested);
Console.WriteLine($"{types} generated types in all.");

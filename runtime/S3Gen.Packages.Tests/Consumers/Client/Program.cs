using S3Gen;
using S3Gen.Runtime;
using S3Gen.Testing;

// The client as somebody installs it, against the server that the testing package brings.
await using S3TestServer server = await S3TestServer.StartAsync();
await using S3Client s3 = new(new S3ClientOptions
{
    EndpointUrl = server.Endpoint,
    Region = server.Region,
    Credentials = new StaticCredentialProvider(new Credentials(server.AccessKeyId, server.SecretAccessKey)),
});
await s3.CreateBucketAsync("notes");
await s3.PutObjectAsync(new PutObjectRequest { Bucket = "notes", Key = "today", Body = RequestBody.FromString("kept") });
using GetObjectResponse note = await s3.GetObjectAsync("notes", "today");
using StreamReader reader = new(note.Body);
Console.WriteLine($"today: {await reader.ReadToEndAsync()}");

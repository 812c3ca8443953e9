using System.Security.Cryptography;
using S3Gen.Testing;

namespace S3Gen.Encryption.Tests;

/// <summary>A server in the process, a client of it, and an encrypting client before that.</summary>
internal sealed class EncryptionRig : IAsyncDisposable
{
    public const string Bucket = "encrypted";

    private readonly S3TestServer _server;

    private EncryptionRig(S3TestServer server, S3Client plain) => (_server, Plain) = (server, plain);

    public S3Client Plain { get; }

    public FaultRules Faults => _server.Faults;

    public static byte[] WrappingKey { get; } = SHA256.HashData("wrapping key"u8);

    public static AesKeyring Keyring() => new(WrappingKey);

    public static S3EncryptionOptions Options(EncryptionFormats format = EncryptionFormats.CommittingAesGcm) =>
        new() { Keyring = Keyring(), Format = format, AcceptedFormats = EncryptionFormats.AesGcm | EncryptionFormats.CommittingAesGcm };

    public static async Task<EncryptionRig> StartAsync()
    {
        S3TestServer server = await S3TestServer.StartAsync();
        S3Client plain = new(new S3ClientOptions
        {
            EndpointUrl = server.Endpoint,
            Region = server.Region,
            Credentials = new StaticCredentialProvider(new Credentials(server.AccessKeyId, server.SecretAccessKey)),
        });
        await plain.CreateBucketAsync(Bucket);
        return new EncryptionRig(server, plain);
    }

    public S3EncryptionClient Client(S3EncryptionOptions? options = null) => new(Plain, options ?? Options());

    public async Task<(byte[] Content, Dictionary<string, string> Metadata)> ReadStoredAsync(string key)
    {
        using GetObjectResponse response = await Plain.GetObjectAsync(Bucket, key);
        return (await ReadAsync(response.Body), response.Metadata.ToDictionary());
    }

    public Task StoreAsync(string key, byte[] content, Dictionary<string, string> metadata) =>
        Plain.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = key, Body = content, Metadata = metadata });

    public async Task<byte[]> GetAsync(string key, S3EncryptionOptions? options = null)
    {
        using DecryptedObject found = await Client(options).GetObjectAsync(Bucket, key);
        return await ReadAsync(found.Content);
    }

    public static Task PutAsync(S3EncryptionClient client, string key, byte[] content) =>
        client.PutObjectAsync(new PutObjectRequest { Bucket = Bucket, Key = key, Body = content });

    public static async Task<byte[]> ReadAsync(Stream stream)
    {
        using MemoryStream bytes = new();
        await stream.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    public async ValueTask DisposeAsync()
    {
        await Plain.DisposeAsync();
        await _server.DisposeAsync();
    }
}

using System.Security.Cryptography;
using S3Gen.Integration.Servers;

namespace S3Gen.Integration.Encryption;

/// <summary>A suite whose client may send keys: over TLS, wherever the server listens with it.</summary>
public abstract class EncryptionSuite(string server) : ServerSuite(server)
{
    protected const int PartSize = 5 * 1024 * 1024;

    protected const string IgnoresKeys = "takes keys of the caller and neither encrypts with them nor asks for them again";

    /// <summary>A key that the server's key management has.</summary>
    protected string ManagedKey => Server == ServerNames.CephRgw ? ServerCatalog.Require(Server, "RGW_KMS_KEY_ID") : "key-1";

    protected override Task<ServerUnderTest> FindServerAsync() => ServerCatalog.ConnectForKeysAsync(Server);

    protected static byte[] Random(int length) => RandomNumberGenerator.GetBytes(length);

    protected async Task<byte[]> GetAsync(GetObjectRequest request)
    {
        using GetObjectResponse response = await S3.GetObjectAsync(request);
        using MemoryStream content = new();
        await response.Body.CopyToAsync(content);
        return content.ToArray();
    }
}

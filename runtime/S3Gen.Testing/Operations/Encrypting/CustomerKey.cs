using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations.Encrypting;

/// <summary>The key that a client sends with each request for an object, of which S3 keeps only a digest.</summary>
/// <param name="Md5">Base64 of the key's MD5.</param>
internal sealed record CustomerKey(string Md5)
{
    internal const string AlgorithmHeader = "x-amz-server-side-encryption-customer-algorithm";
    internal const string Md5Header = "x-amz-server-side-encryption-customer-key-MD5";

    private const string Prefix = "x-amz-server-side-encryption-customer-";
    private const string SourcePrefix = "x-amz-copy-source-server-side-encryption-customer-";

    /// <summary>The key of a request; null where it has none.</summary>
    internal static CustomerKey? Read(S3Call call) => Read(call, Prefix);

    /// <summary>Throws unless the request has the key of the object, or the object needs none.</summary>
    internal static void Require(S3Call call, Encryption encryption) => Require(call, encryption, Prefix);

    /// <inheritdoc cref="Require(S3Call, Encryption)"/>
    internal static void RequireOfSource(S3Call call, Encryption encryption) => Require(call, encryption, SourcePrefix);

    private static void Require(S3Call call, Encryption encryption, string prefix)
    {
        CustomerKey? given = Read(call, prefix);
        if (!encryption.IsCustomers)
        {
            if (given is not null)
            {
                throw Faults.InvalidRequest("The encryption parameters are not applicable to this object.");
            }
            return;
        }
        if (given is null)
        {
            throw Faults.InvalidRequest("The object was stored using a form of Server Side Encryption. The correct parameters must be provided to retrieve the object.");
        }
        if (given.Md5 != encryption.CustomerKeyMd5)
        {
            throw AuthFaults.AccessDenied();
        }
    }

    private static CustomerKey? Read(S3Call call, string prefix)
    {
        string? algorithm = call.Header(prefix + "algorithm");
        string? key = call.Header(prefix + "key");
        string? md5 = call.Header(prefix + "key-MD5");
        if (algorithm is null && key is null && md5 is null)
        {
            return null;
        }
        if (call.RefusesPlainKeys)
        {
            throw Faults.InvalidRequest("Requests specifying Server Side Encryption with Customer provided keys must be made over a secure connection.");
        }
        if (algorithm != "AES256")
        {
            throw algorithm is null
                ? Faults.InvalidArgument("Requests specifying Server Side Encryption with Customer provided keys must provide a valid encryption algorithm.", prefix + "algorithm", "null")
                : new S3Fault(400, "InvalidEncryptionAlgorithmError", "The encryption request you specified is not valid. The valid value is AES256.").With("ArgumentValue", algorithm);
        }
        return new CustomerKey(Verify(key, md5, prefix));
    }

    [SuppressMessage("Security", "CA5351", Justification = "The protocol's digest of a key is MD5.")]
    private static string Verify(string? key, string? md5, string prefix)
    {
        Span<byte> bytes = stackalloc byte[48];
        if (key is null || key.Length > 64 || !Convert.TryFromBase64String(key, bytes, out int length) || length != 32)
        {
            throw Faults.InvalidArgument("The secret key was invalid for the specified algorithm.", prefix + "key", "null");
        }
        string calculated = Convert.ToBase64String(MD5.HashData(bytes[..length]));
        return md5 == calculated
            ? calculated
            : throw Faults.InvalidArgument("The calculated MD5 hash of the key did not match the hash that was provided.", prefix + "key-MD5", md5 ?? "null");
    }
}

using System.Security.Cryptography;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Configurations;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using Bucket = S3Gen.Testing.Store.Bucket;
using Encryption = S3Gen.Testing.Store.Encryption;

namespace S3Gen.Testing.Operations.Encrypting;

/// <summary>What a write asks to have its object encrypted with, and the headers that tell of it.</summary>
internal static class EncryptionHeaders
{
    private const string Header = "x-amz-server-side-encryption";
    private const string KeyId = Header + "-aws-kms-key-id";
    private const string BucketKey = Header + "-bucket-key-enabled";

    internal static Encryption Read(S3Call call, Bucket bucket)
    {
        string? algorithm = call.Header(Header);
        if (CustomerKey.Read(call) is { } customers)
        {
            return algorithm is null
                ? new Encryption("AES256", CustomerKeyMd5: customers.Md5)
                : throw Faults.InvalidArgument("Server Side Encryption with Customer provided key is incompatible with the encryption method specified", Header, algorithm);
        }
        string? context = EncryptionContext.Read(call, algorithm);
        bool? usesBucketKey = call.Header(BucketKey) is { } flag ? flag == "true" : null;
        return algorithm switch
        {
            null => OfBucket(bucket) with { UsesBucketKey = usesBucketKey },
            "AES256" when call.Header(KeyId) is null => Encryption.Default,
            "aws:kms" or "aws:kms:dsse" => new Encryption(algorithm, call.Header(KeyId) ?? Account.DefaultKey, usesBucketKey, context),
            _ => throw Faults.InvalidArgument("The encryption method specified is not supported", Header, algorithm),
        };
    }

    internal static void Write(S3Call call, Encryption encryption)
    {
        if (encryption.IsCustomers)
        {
            call.SetHeader(CustomerKey.AlgorithmHeader, encryption.Algorithm);
            call.SetHeader(CustomerKey.Md5Header, encryption.CustomerKeyMd5);
            return;
        }
        call.SetHeader(Header, encryption.Algorithm);
        call.SetHeader(KeyId, encryption.KeyId);
        call.SetHeader(BucketKey, encryption.UsesBucketKey is { } uses ? uses ? "true" : "false" : null);
    }

    /// <summary>What the request that says how to encrypt is told: the context too, which S3 tells nobody later.</summary>
    internal static void WriteAsked(S3Call call, Encryption encryption)
    {
        Write(call, encryption);
        call.SetHeader(EncryptionContext.Header, encryption.Context);
    }

    /// <summary>The entity tag of an object: of bytes that only the client can encrypt again, S3 does not tell the MD5.</summary>
    internal static string ETag(Encryption encryption, string md5) =>
        encryption.IsCustomers || encryption.Algorithm != "AES256" ? RandomNumberGenerator.GetHexString(32, lowercase: true) : md5;

    private static Encryption OfBucket(Bucket bucket)
    {
        if (bucket.Document("encryption") is not { } document)
        {
            return Encryption.Default;
        }
        IReadOnlyList<ServerSideEncryptionRule> rules = StoredDocument.Read<PutBucketEncryptionRequest>(document).ServerSideEncryptionConfiguration!.Rules;
        ServerSideEncryptionByDefault? byDefault = rules.Count == 0 ? null : rules[0].ApplyServerSideEncryptionByDefault;
        return byDefault?.SSEAlgorithm is { } algorithm && algorithm.Value != "AES256"
            ? new Encryption(algorithm.Value, byDefault.KMSMasterKeyID ?? Account.DefaultKey)
            : Encryption.Default;
    }
}

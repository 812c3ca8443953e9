using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Configurations;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using Bucket = S3Gen.Testing.Store.Bucket;
using Versioning = S3Gen.Testing.Store.Versioning;

namespace S3Gen.Testing.Operations.Locking;

/// <summary>The lock of a bucket: made with it or put on later, never taken off.</summary>
internal sealed class LockConfiguration(ObjectStore store)
{
    /// <summary>What a bucket that is made with a lock has from the start.</summary>
    internal static readonly byte[] Plain = "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>"u8.ToArray();

    internal static ObjectLockConfiguration? Of(Bucket bucket) => bucket.Document(Bucket.LockDocument) is { } document
        ? StoredDocument.Read<PutObjectLockConfigurationRequest>(document).ObjectLockConfiguration
        : null;

    internal Task GetAsync(S3Call call)
    {
        ObjectLockConfiguration configuration = Of(store.Bucket(call.Bucket))
            ?? throw new S3Fault(404, "ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket");
        return call.AnswerAsync(new GetObjectLockConfigurationResponse { ObjectLockConfiguration = configuration });
    }

    internal Task PutAsync(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        ObjectLockConfiguration configuration = PutObjectLockConfigurationRequest.Read(call.Input).ObjectLockConfiguration ?? throw Faults.MalformedXml();
        if (bucket.Versioning != Versioning.Enabled)
        {
            throw new S3Fault(409, "InvalidBucketState", "Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
        }
        if (configuration.ObjectLockEnabled?.Value != "Enabled" || configuration.Rule is { } rule && !IsWhole(rule.DefaultRetention))
        {
            throw Faults.MalformedXml();
        }
        if (configuration.Rule?.DefaultRetention is { } retention && (retention.Days ?? retention.Years) <= 0)
        {
            throw new S3Fault(400, "InvalidRetentionPeriod", "The retention period must be a positive integer value.");
        }
        bucket.SetDocument(Bucket.LockDocument, call.Document);
        return call.EmptyAsync(200);
    }

    /// <summary>A mode, and days or years but not both.</summary>
    private static bool IsWhole(DefaultRetention? retention) =>
        retention is { Mode: not null } && retention.Days is null != retention.Years is null;
}

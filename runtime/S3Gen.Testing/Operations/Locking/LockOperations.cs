using S3Gen.Testing.Errors;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using Bucket = S3Gen.Testing.Store.Bucket;
using ObjectLock = S3Gen.Testing.Store.ObjectLock;
using ObjectVersion = S3Gen.Testing.Store.ObjectVersion;

namespace S3Gen.Testing.Operations.Locking;

/// <summary>Retention and legal holds of versions.</summary>
internal sealed class LockOperations(ObjectStore store, S3TestServerOptions options)
{
    internal Task GetRetentionAsync(S3Call call)
    {
        (_, ObjectVersion version) = Target(call);
        ObjectLock held = version.Settings.Lock;
        return held.Mode is null
            ? throw NotConfigured()
            : call.AnswerAsync(new GetObjectRetentionResponse { Retention = new ObjectLockRetention { Mode = held.Mode, RetainUntilDate = held.Until } });
    }

    internal Task PutRetentionAsync(S3Call call)
    {
        (Bucket bucket, ObjectVersion version) = Target(call);
        ObjectLockRetention asked = PutObjectRetentionRequest.Read(call.Input).Retention ?? throw Faults.MalformedXml();
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        bool bypasses = LockHeaders.BypassesGovernance(call);
        if (asked.Mode is null != asked.RetainUntilDate is null)
        {
            throw Faults.MalformedXml();
        }
        if (asked.RetainUntilDate is { } until)
        {
            LockHeaders.Future(until, now);
        }
        bucket.Change(version, current => current with { Settings = current.Settings with { Lock = Changed(current.Settings.Lock, asked, now, bypasses) } });
        return call.EmptyAsync(200);
    }

    internal Task GetLegalHoldAsync(S3Call call)
    {
        (_, ObjectVersion version) = Target(call);
        return version.Settings.Lock.LegalHold is { } holds
            ? call.AnswerAsync(new GetObjectLegalHoldResponse { LegalHold = new ObjectLockLegalHold { Status = holds ? "ON" : "OFF" } })
            : throw NotConfigured();
    }

    internal Task PutLegalHoldAsync(S3Call call)
    {
        (Bucket bucket, ObjectVersion version) = Target(call);
        bool holds = (PutObjectLegalHoldRequest.Read(call.Input).LegalHold?.Status ?? throw Faults.MalformedXml()) == ObjectLockLegalHoldStatus.On;
        bucket.Change(version, current => current with { Settings = current.Settings with { Lock = current.Settings.Lock with { LegalHold = holds } } });
        return call.EmptyAsync(200);
    }

    /// <summary>Retention may be made longer by anybody; shorter or another only where governance is bypassed.</summary>
    private static ObjectLock Changed(ObjectLock held, ObjectLockRetention asked, DateTimeOffset now, bool bypasses)
    {
        bool isWeaker = asked.RetainUntilDate is null || asked.RetainUntilDate < held.Until || asked.Mode?.Value != held.Mode;
        if (held.IsRetained(now) && isWeaker && !(bypasses && held.Mode == "GOVERNANCE") && !IsStronger(held, asked))
        {
            throw AuthFaults.AccessDenied("Access Denied because object protected by object lock.");
        }
        return asked.Mode is { } mode
            ? held with { Mode = LockHeaders.RequireMode(mode.Value), Until = asked.RetainUntilDate }
            : held with { Mode = null, Until = null };
    }

    private static bool IsStronger(ObjectLock held, ObjectLockRetention asked) =>
        held.Mode == "GOVERNANCE" && asked.Mode?.Value == "COMPLIANCE" && asked.RetainUntilDate >= held.Until;

    private (Bucket Bucket, ObjectVersion Version) Target(S3Call call)
    {
        Bucket bucket = store.Bucket(call.Bucket);
        return bucket.HasObjectLock ? ObjectTarget.Find(call, store) : throw Faults.InvalidRequest("Bucket is missing Object Lock Configuration");
    }

    private static S3Fault NotConfigured() =>
        new(404, "NoSuchObjectLockConfiguration", "The specified object does not have a ObjectLock configuration");
}

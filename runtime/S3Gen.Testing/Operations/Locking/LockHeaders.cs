using System.Globalization;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using Bucket = S3Gen.Testing.Store.Bucket;
using ObjectLock = S3Gen.Testing.Store.ObjectLock;

namespace S3Gen.Testing.Operations.Locking;

/// <summary>The lock that a write asks for, or that its bucket gives by default, and the headers that tell of it.</summary>
internal static class LockHeaders
{
    internal static ObjectLock Read(S3Call call, Bucket bucket, DateTimeOffset now)
    {
        string? mode = call.Header("x-amz-object-lock-mode");
        string? until = call.Header("x-amz-object-lock-retain-until-date");
        string? hold = call.Header("x-amz-object-lock-legal-hold");
        if ((mode ?? until ?? hold) is not null && !bucket.HasObjectLock)
        {
            throw Faults.InvalidRequest("Bucket is missing Object Lock Configuration");
        }
        if (mode is null != until is null)
        {
            throw Faults.InvalidArgument("x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied", "x-amz-object-lock-mode", mode ?? "");
        }
        bool? holds = hold switch
        {
            null => null,
            "ON" => true,
            "OFF" => false,
            _ => throw Faults.InvalidArgument("Legal Hold must be either of 'ON' or 'OFF'", "x-amz-object-lock-legal-hold", hold),
        };
        return mode is null ? Default(bucket, now) with { LegalHold = holds } : new ObjectLock(RequireMode(mode), Future(Parse(until!), now), holds);
    }

    internal static void Write(S3Call call, ObjectLock held)
    {
        call.SetHeader("x-amz-object-lock-mode", held.Mode);
        call.SetHeader("x-amz-object-lock-retain-until-date", held.Until?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        call.SetHeader("x-amz-object-lock-legal-hold", held.LegalHold is { } holds ? holds ? "ON" : "OFF" : null);
    }

    internal static bool BypassesGovernance(S3Call call) =>
        string.Equals(call.Header("x-amz-bypass-governance-retention"), "true", StringComparison.OrdinalIgnoreCase);

    internal static string RequireMode(string mode) =>
        mode is "GOVERNANCE" or "COMPLIANCE" ? mode : throw Faults.InvalidArgument("Unknown wormMode directive", "x-amz-object-lock-mode", mode);

    internal static DateTimeOffset Future(DateTimeOffset until, DateTimeOffset now) =>
        until > now ? until : throw Faults.InvalidArgument("The retain until date must be in the future!", "x-amz-object-lock-retain-until-date", until.ToString("O", CultureInfo.InvariantCulture));

    private static DateTimeOffset Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset until)
            ? until
            : throw Faults.InvalidArgument("The retain until date must be provided in ISO 8601 format", "x-amz-object-lock-retain-until-date", text);

    private static ObjectLock Default(Bucket bucket, DateTimeOffset now)
    {
        if (LockConfiguration.Of(bucket)?.Rule?.DefaultRetention is not { Mode: { } mode } retention)
        {
            return ObjectLock.None;
        }
        DateTimeOffset until = retention.Days is { } days ? now.AddDays(days) : now.AddYears(retention.Years ?? 0);
        return new ObjectLock(mode.Value, until, null);
    }
}

using System.Globalization;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations;

/// <summary>
/// Conditions on a read, from the request's own headers or from those of a copy's source. RFC 9110 section 13.2.2 sets the order:
/// an entity tag outranks the date beside it.
/// </summary>
internal sealed record ReadConditions(string? IfMatch, string? IfNoneMatch, DateTimeOffset? IfModifiedSince, DateTimeOffset? IfUnmodifiedSince)
{
    private const string CopyPrefix = "x-amz-copy-source-";

    internal static ReadConditions OfRequest(S3Call call) => Read(call, "");

    internal static ReadConditions OfCopySource(S3Call call) => Read(call, CopyPrefix);

    /// <summary>The condition that fails with 412, or null.</summary>
    internal string? FailedPrecondition(ObjectVersion version)
    {
        if (IfMatch is not null)
        {
            return Matches(IfMatch, version.ETag) ? null : "If-Match";
        }
        return IfUnmodifiedSince is { } since && version.LastModified > since ? "If-Unmodified-Since" : null;
    }

    /// <summary>Whether a read is answered with 304.</summary>
    internal bool IsNotModified(ObjectVersion version) => IfNoneMatch is not null
        ? Matches(IfNoneMatch, version.ETag)
        : IfModifiedSince is { } since && version.LastModified <= since;

    /// <summary>Throws unless all conditions hold: for a copy there is no 304.</summary>
    internal void RequireAll(ObjectVersion version)
    {
        if (FailedPrecondition(version) is { } failed)
        {
            throw Faults.PreconditionFailed(CopyPrefix + failed);
        }
        if (IsNotModified(version))
        {
            throw Faults.PreconditionFailed(CopyPrefix + (IfNoneMatch is null ? "If-Modified-Since" : "If-None-Match"));
        }
    }

    private static ReadConditions Read(S3Call call, string prefix) => new(
        call.Header(prefix + "If-Match"),
        call.Header(prefix + "If-None-Match"),
        Date(call.Header(prefix + "If-Modified-Since")),
        Date(call.Header(prefix + "If-Unmodified-Since")));

    private static bool Matches(string header, string etag) =>
        header.Split(',', StringSplitOptions.TrimEntries).Any(tag => tag == "*" || WithoutQuotes(tag).SequenceEqual(etag));

    private static ReadOnlySpan<char> WithoutQuotes(string tag) =>
        tag.AsSpan(tag.StartsWith("W/", StringComparison.Ordinal) ? 2 : 0).Trim('"');

    // RFC 9110 section 13.1.3: a date that is none is ignored.
    private static DateTimeOffset? Date(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;
}

using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.Pipeline;

/// <summary>What has to be known of a response so that the rest of its body can be asked for.</summary>
/// <param name="ETag">What is being read, by its strong validator.</param>
/// <param name="First">The body's first byte in it.</param>
/// <param name="Last">Its last byte; null if that is not known.</param>
/// <param name="IsPartial">Whether the body was a part of it from the beginning.</param>
internal sealed record ResumePoint(string ETag, long First, long? Last, bool IsPartial)
{
    /// <summary>Null if the response does not tell what, or where in it, its body is.</summary>
    internal static ResumePoint? Find(HttpResponseMessage message)
    {
        if (FindETag(message) is not { } etag || etag.StartsWith("W/", StringComparison.Ordinal))
        {
            return null;
        }

        if (message.StatusCode == HttpStatusCode.PartialContent)
        {
            return ContentRange.TryParse(message, out ContentRange range) ? new ResumePoint(etag, range.First, range.Last, true) : null;
        }

        return message.StatusCode == HttpStatusCode.OK ? new ResumePoint(etag, 0, message.Content.Headers.ContentLength - 1, false) : null;
    }

    internal static string? FindETag(HttpResponseMessage message) =>
        message.Headers.NonValidated.TryGetValues("ETag", out HeaderStringValues values) && values.ToString() is { Length: > 0 } etag ? etag : null;

    /// <summary>The range from a byte of the body on.</summary>
    internal string RangeFrom(long position) => string.Create(CultureInfo.InvariantCulture, $"bytes={First + position}-{Last}");
}

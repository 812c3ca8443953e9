using System.Globalization;
using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Encrypting;
using S3Gen.Testing.Operations.Locking;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations;

/// <summary>GetObject and HeadObject.</summary>
internal sealed class ObjectReadOperations(ObjectStore store)
{
    internal async Task GetAsync(S3Call call)
    {
        Content? content = Prepare(call);
        if (content is null)
        {
            await call.EmptyAsync(StatusCodes.Status304NotModified).ConfigureAwait(false);
            return;
        }
        foreach (ReadOnlyMemory<byte> segment in content.Segments)
        {
            await call.Response.BodyWriter.WriteAsync(segment, call.Aborted).ConfigureAwait(false);
        }
    }

    internal Task HeadAsync(S3Call call) =>
        Prepare(call) is null ? call.EmptyAsync(StatusCodes.Status304NotModified) : call.Response.StartAsync(call.Aborted);

    /// <summary>Sets status and headers.</summary>
    /// <returns>The bytes that GET sends; null for 304.</returns>
    private Content? Prepare(S3Call call)
    {
        (Bucket bucket, ObjectVersion version) = ObjectTarget.Find(call, store);
        ReadConditions conditions = ReadConditions.OfRequest(call);
        if (conditions.FailedPrecondition(version) is { } failed)
        {
            throw Faults.PreconditionFailed(failed);
        }
        CustomerKey.Require(call, version.Settings.Encryption);
        Selection selection = Select(call, version);
        call.SetHeader("ETag", $"\"{version.ETag}\"");
        call.SetHeader("Last-Modified", version.LastModified.ToString("R", CultureInfo.InvariantCulture));
        AttributeHeaders.WriteVersionId(call, bucket, version);
        if (conditions.IsNotModified(version))
        {
            return null;
        }
        AttributeHeaders.Write(call, version);
        call.SetHeader("Accept-Ranges", "bytes");
        EncryptionHeaders.Write(call, version.Settings.Encryption);
        LockHeaders.Write(call, version.Settings.Lock);
        if (string.Equals(call.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase))
        {
            AttributeHeaders.WriteChecksum(call, selection.Checksum);
        }
        ByteRange? range = selection.Range;
        call.Response.StatusCode = selection.IsPartial ? StatusCodes.Status206PartialContent : StatusCodes.Status200OK;
        call.SetHeader("Content-Range", range?.ContentRange(version.Content.Length));
        call.SetHeader("x-amz-mp-parts-count", selection.PartsCount?.ToString(CultureInfo.InvariantCulture));
        Content content = range is null ? version.Content : version.Content.Slice(range.Offset, range.Length);
        call.Response.ContentLength = content.Length;
        return content;
    }

    private static Selection Select(S3Call call, ObjectVersion version)
    {
        string? range = call.Header("Range");
        if (call.Query.NonEmpty("partNumber") is not { } partNumber)
        {
            ByteRange? bytes = ByteRange.Parse(range, version.Content.Length);
            return new Selection(bytes, bytes is not null, bytes is null ? version.Checksum : null, null);
        }
        if (range is not null)
        {
            throw Faults.InvalidRequest("Cannot specify both Range header and partNumber query parameter");
        }
        int number = MultipartOperations.ParsePartNumber(partNumber);
        int count = Math.Max(version.Parts.Count, 1);
        if (number > count)
        {
            throw Faults.InvalidPartNumber(number, count);
        }
        if (version.Parts.Count == 0)
        {
            ByteRange? all = version.Content.Length == 0 ? null : new ByteRange(0, version.Content.Length);
            return new Selection(all, IsPartial: true, version.Checksum, null);
        }
        long offset = version.Parts.Take(number - 1).Sum(static part => part.Content.Length);
        ObjectPart part = version.Parts[number - 1];
        return new Selection(part.Content.Length == 0 ? null : new ByteRange(offset, part.Content.Length), IsPartial: true, part.Checksum, count);
    }

    /// <summary>What of an object is sent: all, a range or a part, and the checksum that covers it.</summary>
    private sealed record Selection(ByteRange? Range, bool IsPartial, Checksum? Checksum, int? PartsCount);
}

using System.Net;
using S3Gen.Runtime;

namespace S3Gen.WebApp;

/// <summary>Objects of the bucket as resources. Bodies go through as they come: nothing is kept in memory.</summary>
internal static class ObjectEndpoints
{
    public static async Task<IResult> PutAsync(string key, HttpRequest request, IS3Client s3, Store store, CancellationToken cancellationToken)
    {
        PutObjectResponse stored = await s3.PutObjectAsync(
            new PutObjectRequest
            {
                Bucket = store.Bucket,
                Key = key,
                ContentType = request.ContentType,
                // A length that nobody knows is no obstacle: what is long goes up in parts.
                Body = RequestBody.FromStream(request.Body, request.ContentLength),
            },
            cancellationToken);
        return Results.Ok(new { key, stored.ETag });
    }

    /// <summary>Of an object that is asked for with a <c>Range</c>, S3 sends that, and so does this.</summary>
    public static async Task GetAsync(string key, HttpRequest request, HttpResponse response, IS3Client s3, Store store, CancellationToken cancellationToken)
    {
        try
        {
            string range = request.Headers.Range.ToString();
            using GetObjectResponse found = await s3.GetObjectAsync(
                new GetObjectRequest { Bucket = store.Bucket, Key = key, Range = range.Length == 0 ? null : range }, cancellationToken);
            response.StatusCode = (int)(found.ContentRange is null ? HttpStatusCode.OK : HttpStatusCode.PartialContent);
            response.ContentType = found.ContentType;
            response.ContentLength = found.ContentLength;
            response.Headers.AcceptRanges = found.AcceptRanges;
            response.Headers.ContentRange = found.ContentRange;
            response.Headers.ETag = found.ETag;
            await found.Body.CopyToAsync(response.Body, cancellationToken);
        }
        catch (S3Exception refused) when (refused.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.RequestedRangeNotSatisfiable)
        {
            response.StatusCode = (int)refused.StatusCode;
        }
    }

    public static async Task<IResult> DeleteAsync(string key, IS3Client s3, Store store, CancellationToken cancellationToken)
    {
        await s3.DeleteObjectAsync(store.Bucket, key, cancellationToken);
        return Results.NoContent();
    }
}

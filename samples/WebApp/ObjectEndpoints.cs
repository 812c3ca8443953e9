using System.Net;
using S3Gen.Runtime;

namespace S3Gen.WebApp;

/// <summary>Objects of the bucket as resources. Bodies go through as they come: nothing is kept in memory.</summary>
internal static class ObjectEndpoints
{
    public static async Task<IResult> PutAsync(string key, HttpRequest request, IS3Client s3, Store store, CancellationToken cancellationToken)
    {
        if (request.ContentLength is not { } length)
        {
            return Results.StatusCode((int)HttpStatusCode.LengthRequired);
        }

        PutObjectResponse stored = await s3.PutObjectAsync(
            new PutObjectRequest
            {
                Bucket = store.Bucket,
                Key = key,
                ContentType = request.ContentType,
                Body = RequestBody.FromStream(request.Body, length),
            },
            cancellationToken);
        return Results.Ok(new { key, stored.ETag });
    }

    public static async Task GetAsync(string key, HttpResponse response, IS3Client s3, Store store, CancellationToken cancellationToken)
    {
        try
        {
            using GetObjectResponse found = await s3.GetObjectAsync(store.Bucket, key, cancellationToken);
            response.ContentType = found.ContentType;
            response.ContentLength = found.ContentLength;
            await found.Body.CopyToAsync(response.Body, cancellationToken);
        }
        catch (NoSuchKeyException)
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
        }
    }

    public static async Task<IResult> DeleteAsync(string key, IS3Client s3, Store store, CancellationToken cancellationToken)
    {
        await s3.DeleteObjectAsync(store.Bucket, key, cancellationToken);
        return Results.NoContent();
    }
}

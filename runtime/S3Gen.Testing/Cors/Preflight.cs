using System.Globalization;
using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Cors;

/// <summary>What browsers ask before a request from another origin, and what they want to find in its answer.</summary>
internal static class Preflight
{
    /// <summary>Answers OPTIONS; nobody signs it.</summary>
    internal static Task AnswerAsync(HttpContext http, Bucket bucket)
    {
        string origin = http.Request.Headers.Origin.ToString();
        string method = http.Request.Headers.AccessControlRequestMethod.ToString();
        if (origin.Length == 0 || method.Length == 0)
        {
            throw new S3Fault(400, "BadRequest", "Insufficient information. Origin request header needed.");
        }
        string[] headers = http.Request.Headers.AccessControlRequestHeaders.ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        CorsMatch match = CorsMatch.Find(bucket, origin, method, headers)
            ?? throw new S3Fault(403, "AccessForbidden", "CORSResponse: This CORS request is not allowed. This is usually because the evalution of Origin, request method / Access-Control-Request-Method or Access-Control-Request-Headers are not whitelisted by the resource's CORS spec.");
        Write(http.Response, match);
        if (headers.Length > 0)
        {
            http.Response.Headers.AccessControlAllowHeaders = string.Join(", ", headers).ToLowerInvariant();
        }
        http.Response.ContentLength = 0;
        return http.Response.StartAsync(http.RequestAborted);
    }

    /// <summary>Adds to an answer what lets a page of another origin read it.</summary>
    internal static void AddHeaders(HttpContext http, Bucket? bucket)
    {
        string origin = http.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && bucket is not null && CorsMatch.Find(bucket, origin, http.Request.Method, []) is { } match)
        {
            Write(http.Response, match);
        }
    }

    private static void Write(HttpResponse response, CorsMatch match)
    {
        IHeaderDictionary headers = response.Headers;
        headers.AccessControlAllowOrigin = match.AllowedOrigin;
        headers.AccessControlAllowMethods = string.Join(", ", match.Rule.AllowedMethods);
        headers.Vary = "Origin, Access-Control-Request-Headers, Access-Control-Request-Method";
        if (match.AllowedOrigin != "*")
        {
            headers.AccessControlAllowCredentials = "true";
        }
        if (match.Rule.ExposeHeaders.Count > 0)
        {
            headers.AccessControlExposeHeaders = string.Join(", ", match.Rule.ExposeHeaders);
        }
        if (match.Rule.MaxAgeSeconds is { } seconds)
        {
            headers.AccessControlMaxAge = seconds.ToString(CultureInfo.InvariantCulture);
        }
    }
}

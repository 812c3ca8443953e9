using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;

namespace S3Gen.Testing.Auth;

/// <summary>
/// URLs that are presigned with Signature Version 2. Nobody should make them, but boto3 and the AWS command line do for every endpoint that they do
/// not know. See <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/RESTAuthentication.html"/>.
/// </summary>
internal static class LegacyQuery
{
    internal const string KeyParameter = "AWSAccessKeyId";

    /// <summary>Parameters that are part of the resource, and so of what is signed.</summary>
    private static readonly HashSet<string> Signed =
    [
        "accelerate", "acl", "analytics", "cors", "delete", "encryption", "intelligent-tiering", "inventory", "lifecycle", "legal-hold", "location",
        "logging", "metrics", "notification", "object-lock", "ownershipControls", "partNumber", "policy", "policyStatus", "publicAccessBlock",
        "replication", "requestPayment", "response-cache-control", "response-content-disposition", "response-content-encoding",
        "response-content-language", "response-content-type", "response-expires", "restore", "retention", "select", "select-type", "tagging",
        "torrent", "uploadId", "uploads", "versionId", "versioning", "versions", "website",
    ];

    /// <summary>Throws unless the URL was signed with the server's key and has not ended.</summary>
    internal static void Verify(HttpRequest request, RequestTarget target, string bucket, S3TestServerOptions options)
    {
        RawQuery query = target.Query;
        string accessKeyId = query[KeyParameter] ?? "";
        if (accessKeyId != options.AccessKeyId)
        {
            throw AuthFaults.InvalidAccessKeyId(accessKeyId);
        }
        string? token = query["x-amz-security-token"];
        if (options.SessionToken is null ? token is not null : !Signatures.AreEqual(options.SessionToken, token))
        {
            throw AuthFaults.InvalidToken();
        }
        if (query["Signature"] is not { } signature || !long.TryParse(query["Expires"], NumberStyles.None, CultureInfo.InvariantCulture, out long expires))
        {
            throw AuthFaults.AccessDenied("Query-string authentication requires the Signature, Expires and AWSAccessKeyId parameters");
        }
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        if (now.ToUnixTimeSeconds() > expires)
        {
            throw AuthFaults.AccessDenied("Request has expired");
        }
        string stringToSign = StringToSign(request, target, bucket);
        if (!Signatures.AreEqual(Sign(options.SecretAccessKey, stringToSign), signature))
        {
            throw AuthFaults.SignatureDoesNotMatch(accessKeyId, stringToSign, signature, canonicalRequest: null);
        }
    }

    [SuppressMessage("Security", "CA5350", Justification = "Signature Version 2 is HMAC-SHA1 by definition.")]
    internal static string Sign(string secret, string text) =>
        Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text)));

    private static string StringToSign(HttpRequest request, RequestTarget target, string bucket)
    {
        StringBuilder text = new();
        text.Append(request.Method).Append('\n').Append(request.Headers.ContentMD5).Append('\n').Append(request.Headers.ContentType).Append('\n');
        text.Append(target.Query["Expires"]).Append('\n');
        IEnumerable<KeyValuePair<string, string>> headers = request.Headers
            .Where(static header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
            .Select(static header => new KeyValuePair<string, string>(header.Key.ToLowerInvariant(), header.Value.ToString()))
            .Concat(target.Query.Parameters.Where(static parameter => parameter.Key.StartsWith("x-amz-", StringComparison.Ordinal)));
        foreach ((string name, string value) in headers.OrderBy(static header => header.Key, StringComparer.Ordinal))
        {
            text.Append(name).Append(':').Append(value).Append('\n');
        }
        bool isInHost = bucket.Length > 0 && ResourceAddress.IsVirtualHost(request.Headers.Host.ToString());
        text.Append(isInHost ? "/" + bucket : "").Append(target.RawPath);
        char separator = '?';
        foreach ((string name, string value) in target.Query.Parameters.Where(static parameter => Signed.Contains(parameter.Key)).OrderBy(static parameter => parameter.Key, StringComparer.Ordinal))
        {
            text.Append(separator).Append(name).Append(value.Length == 0 ? "" : "=" + value);
            separator = '&';
        }
        return text.ToString();
    }
}

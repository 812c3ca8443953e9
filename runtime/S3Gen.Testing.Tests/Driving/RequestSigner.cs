using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Testing.Tests.Driving;

/// <summary>
/// A second, naive Signature Version 4, written from the AWS documentation alone: it encodes the path and query that the test names,
/// whereas the server decodes what it received.
/// </summary>
internal sealed class RequestSigner(string accessKeyId, string secret, string region, DateTimeOffset now, string service = "s3")
{
    internal string Timestamp { get; } = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    internal string Scope => $"{Timestamp[..8]}/{region}/{service}/aws4_request";

    internal string Credential => $"{accessKeyId}/{Scope}";

    internal string Sign(string method, string canonicalPath, string canonicalQuery, SortedDictionary<string, string> headers, string payloadHash)
    {
        string canonicalHeaders = string.Concat(headers.Select(static header => $"{header.Key}:{header.Value.Trim()}\n"));
        string canonical = $"{method}\n{canonicalPath}\n{canonicalQuery}\n{canonicalHeaders}\n{string.Join(';', headers.Keys)}\n{payloadHash}";
        return SignString($"AWS4-HMAC-SHA256\n{Timestamp}\n{Scope}\n{Sha256(Encoding.UTF8.GetBytes(canonical))}");
    }

    internal string SignChunk(string previous, ReadOnlySpan<byte> data) =>
        SignString($"AWS4-HMAC-SHA256-PAYLOAD\n{Timestamp}\n{Scope}\n{previous}\n{Sha256([])}\n{Sha256(data)}");

    internal string SignTrailer(string previous, string trailer) =>
        SignString($"AWS4-HMAC-SHA256-TRAILER\n{Timestamp}\n{Scope}\n{previous}\n{Sha256(Encoding.UTF8.GetBytes(trailer))}");

    internal static string Sha256(ReadOnlySpan<byte> data) => Convert.ToHexStringLower(SHA256.HashData(data));

    /// <summary>Signs text as it is: the policy of a form.</summary>
    internal string SignText(string text) => SignString(text);

    private string SignString(string stringToSign)
    {
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string step in Scope.Split('/'))
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        }
        return Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(stringToSign)));
    }
}

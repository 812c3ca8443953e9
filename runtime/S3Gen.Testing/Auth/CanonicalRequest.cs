using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Server;

namespace S3Gen.Testing.Auth;

/// <summary>
/// Builds the canonical request of Signature Version 4 from what came over the wire. S3 decodes the path once and encodes it once:
/// no normalization, no double encoding. Characters stand for bytes (Latin-1).
/// See <see href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html"/>.
/// </summary>
internal static class CanonicalRequest
{
    internal static string Build(HttpRequest request, RequestTarget target, IReadOnlyList<string> signedHeaders, string payloadHash)
    {
        StringBuilder canonical = new();
        canonical.Append(request.Method).Append('\n');
        canonical.Append(PercentEncoding.Encode(PercentEncoding.DecodeBytes(target.RawPath, plusIsSpace: false), keepSlash: true)).Append('\n');
        AppendQuery(canonical, target.Query);
        canonical.Append('\n');
        foreach (string name in signedHeaders)
        {
            canonical.Append(name).Append(':');
            AppendValue(canonical, request, name);
            canonical.Append('\n');
        }
        canonical.Append('\n').AppendJoin(';', signedHeaders).Append('\n').Append(payloadHash);
        return canonical.ToString();
    }

    internal static string StringToSign(string canonicalRequest, SignatureClaim claim)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(canonicalRequest)));
        return $"{claim.Algorithm}\n{claim.Timestamp}\n{claim.Scope}\n{hash}";
    }

    private static void AppendQuery(StringBuilder canonical, RawQuery query)
    {
        IEnumerable<string> pairs = query.Parameters
            .Where(static parameter => parameter.Key != "X-Amz-Signature")
            .Select(static parameter => (Name: Encode(parameter.Key), Value: Encode(parameter.Value)))
            .OrderBy(static pair => pair.Name, StringComparer.Ordinal)
            .ThenBy(static pair => pair.Value, StringComparer.Ordinal)
            .Select(static pair => pair.Name + "=" + pair.Value);
        canonical.AppendJoin('&', pairs);
    }

    private static string Encode(string text) => PercentEncoding.Encode(Encoding.UTF8.GetBytes(text), keepSlash: false);

    private static void AppendValue(StringBuilder canonical, HttpRequest request, string name)
    {
        bool first = true;
        foreach (string? value in request.Headers[name])
        {
            if (!first)
            {
                canonical.Append(',');
            }
            first = false;
            // Runs of blanks count as one.
            canonical.AppendJoin(' ', (value ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        }
    }
}

using S3Gen.Testing.Operations.Configurations;
using S3Gen.Testing.Protocol;
using Bucket = S3Gen.Testing.Store.Bucket;

namespace S3Gen.Testing.Cors;

/// <summary>The rule of a bucket that lets a browser's page in, and the origin as the answer names it.</summary>
internal sealed record CorsMatch(CORSRule Rule, string AllowedOrigin)
{
    /// <summary>The first rule that has the origin, the method and all headers; null where there is none.</summary>
    internal static CorsMatch? Find(Bucket bucket, string origin, string method, IReadOnlyList<string> headers)
    {
        if (bucket.Document("cors") is not { } document)
        {
            return null;
        }
        foreach (CORSRule rule in StoredDocument.Read<PutBucketCorsRequest>(document).CORSConfiguration!.CORSRules)
        {
            string? pattern = rule.AllowedOrigins.FirstOrDefault(allowed => Matches(allowed, origin, StringComparison.Ordinal));
            if (pattern is not null && rule.AllowedMethods.Contains(method)
                && headers.All(header => rule.AllowedHeaders.Any(allowed => Matches(allowed, header, StringComparison.OrdinalIgnoreCase))))
            {
                return new CorsMatch(rule, pattern == "*" ? "*" : origin);
            }
        }
        return null;
    }

    /// <summary>One <c>*</c> in a pattern stands for any text.</summary>
    private static bool Matches(string pattern, string text, StringComparison comparison)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? string.Equals(pattern, text, comparison)
            : text.Length >= pattern.Length - 1 && text.StartsWith(pattern[..star], comparison) && text.EndsWith(pattern[(star + 1)..], comparison);
    }
}

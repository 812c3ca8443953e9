using System.Text.Json.Nodes;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites.Endpoints;

/// <summary>Holds a request that was sent against the endpoint that was due: host, whole path, headers, and what it is signed for.</summary>
internal sealed class SentComparer(OperationShape operation, StructureValue input, Expectation expected)
{
    private const string SigV4 = "AWS4-HMAC-SHA256";
    private const string SigV4a = "AWS4-ECDSA-P256-SHA256";

    public IReadOnlyList<string> Differences(SentRequest sent)
    {
        List<string> differences = [];
        Cases.Differences.Add(differences, "location", Location(), sent.Location);
        foreach ((string name, string value) in expected.Headers)
        {
            Cases.Differences.Add(differences, name, value, sent.Headers.GetValueOrDefault(name));
        }

        if (expected.Schemes.Count > 0)
        {
            AddSigning(differences, sent, expected.Schemes[0]);
        }

        return differences;
    }

    /// <summary>The endpoint, before it the operation's prefix unless the rules are given its labels, behind it the path without the bucket that the endpoint holds.</summary>
    private string Location()
    {
        Uri url = expected.Url!;
        string prefix = operation.Traits.Field(Traits.Endpoint, "hostPrefix")?.GetString() ?? string.Empty;
        bool isRules = operation.Input.Members.Any(member => member.Traits.Has(Traits.HostLabel) && member.Traits.Has(Traits.ContextParam));
        string path = operation.Uri.Split('?')[0];
        const string BucketLabel = "/{Bucket}";
        path = path.StartsWith(BucketLabel, StringComparison.Ordinal) ? path[BucketLabel.Length..] : path;
        string location = url.AbsolutePath.TrimEnd('/') + Expand(path, keepSlash: true);
        string host = (isRules ? string.Empty : Expand(prefix, keepSlash: false).ToLowerInvariant()) + url.Authority;
        return $"{url.Scheme}://{host}{(location.Length == 0 ? "/" : location)}";
    }

    private string Expand(string template, bool keepSlash)
    {
        foreach ((string member, Value value) in input.Members)
        {
            if (value is TextValue text)
            {
                template = template
                    .Replace($"{{{member}}}", UriText.Encode(text.Text), StringComparison.Ordinal)
                    .Replace($"{{{member}+}}", UriText.Encode(text.Text, keepSlash), StringComparison.Ordinal);
            }
        }

        return template;
    }

    private static void AddSigning(List<string> differences, SentRequest sent, JsonNode scheme)
    {
        string authorization = sent.Headers.GetValueOrDefault("Authorization") ?? string.Empty;
        string[] scope = authorization.Split("Credential=").Last().Split(',')[0].Split('/');
        if (authorization.StartsWith(SigV4a, StringComparison.Ordinal) && scope is [_, _, var service, _])
        {
            Cases.Differences.Add(differences, "signing name", scheme["signingName"]?.GetValue<string>(), service);
            string? regions = scheme["signingRegionSet"] is JsonArray set ? string.Join(',', set.Select(region => region!.GetValue<string>())) : null;
            Cases.Differences.Add(differences, "signing regions", regions, sent.Headers.GetValueOrDefault("x-amz-region-set"));
        }
        else if (authorization.StartsWith(SigV4, StringComparison.Ordinal) && scope is [_, _, var region, var name, _])
        {
            Cases.Differences.Add(differences, "signing name", scheme["signingName"]?.GetValue<string>(), name);
            Cases.Differences.Add(differences, "signing region", scheme["signingRegion"]?.GetValue<string>() ?? region, region);
        }
        else
        {
            differences.Add($"the request is not signed: '{authorization}'");
        }
    }
}

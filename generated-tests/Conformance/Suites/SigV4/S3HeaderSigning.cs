using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Http;
using S3Gen.Runtime.Signing;

namespace S3Gen.Conformance.Suites.SigV4;

/// <summary>A case of S3's header signing: the path is signed as it is sent.</summary>
internal static class S3HeaderSigning
{
    public static IReadOnlyList<string> Run(JsonElement json)
    {
        (string Name, string Value)[] headers = [.. json.Fields("headers").Select(header => (header.Key, header.Value))];
        SigningRequest signing = new()
        {
            Method = json.Text("method"),
            Path = json.Text("path"),
            Query = string.Join('&', json.Pairs("query").Select(pair => $"{UriText.Encode(pair.Key)}={UriText.Encode(pair.Value)}")),
            Host = json.Text("host"),
            Headers = headers,
            PayloadHash = json.Text("payload_hash"),
            PathMode = CanonicalPathMode.AsSent,
            Credentials = new SigningCredentials(json.Text("access_key_id"), json.Text("secret_access_key"), json.OptionalText("session_token")),
            Region = json.Text("region"),
            Service = "s3",
            Time = SigningTime.Parse(json.Text("time")),
        };
        List<string> differences = [];
        Differences.Add(differences, "canonical request", json.Text("expected_canonical_request"), SigV4Stages.OfHeader(signing).CanonicalRequest);
        Differences.Add(differences, "authorization", json.Text("expected_authorization"), new SigV4Signer().Sign(signing));
        return differences;
    }
}

using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.SigV4;

/// <summary>A case of version 4: every stage of both variants, and the request that comes out.</summary>
internal static class SymmetricSigning
{
    public static IReadOnlyList<string> Run(JsonElement json)
    {
        SigningCase signing = new(json, SigningScheme.SigV4);
        List<string> differences = [];
        foreach (SigningOutcome outcome in (SigningOutcome[])[signing.SignHeader(), signing.SignQuery()])
        {
            JsonElement expected = json.GetProperty(outcome.Variant);
            outcome.CompareStages(expected, differences);
            Differences.Add(differences, $"{outcome.Variant}: signature", expected.Text("signature"), outcome.Signature);
            outcome.CompareRequest(RawHttpRequest.Parse(expected.Text("signed_request")), differences);
        }

        return differences;
    }
}

using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Http;
using S3Gen.Runtime.Signing;

namespace S3Gen.Conformance.Suites.SigV4;

/// <summary>What came of signing one variant of a case.</summary>
internal sealed record SigningOutcome(string Variant, SigV4Stages Stages, RawHttpRequest Signed)
{
    /// <summary>The signature in the request, in hexadecimal.</summary>
    public string Signature => SignatureIn(Signed);

    /// <summary>Compares the texts of the stages with those that are due.</summary>
    public void CompareStages(JsonElement expected, List<string> differences)
    {
        Differences.Add(differences, $"{Variant}: canonical request", expected.Text("canonical_request"), Stages.CanonicalRequest);
        Differences.Add(differences, $"{Variant}: string to sign", expected.Text("string_to_sign"), Stages.StringToSign);
    }

    /// <summary>Compares the signed request with the one that is due.</summary>
    public void CompareRequest(RawHttpRequest expected, List<string> differences) =>
        differences.AddRange(RawHttpRequest.Differences(expected, Signed).Select(difference => $"{Variant}: {difference}"));

    /// <summary>Finds the signature of a signed request, be it in a header or in the query.</summary>
    public static string SignatureIn(RawHttpRequest request) =>
        request.Headers.FirstOrDefault(static header => header.Key == "Authorization").Value is { } authorization
            ? authorization.Split("Signature=")[^1]
            : UriText.ParseQuery(request.Query).First(static parameter => parameter.Key == "X-Amz-Signature").Value;
}

using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.Runtime;
using S3Gen.Runtime.Signing;

namespace S3Gen.Conformance.Suites.SigV4;

/// <summary>
/// A case of version 4A: the derived key, every stage of both variants, and the request that comes out. No two signatures of a text are
/// equal, so that ours are verified with the key of the case, as are its samples.
/// </summary>
internal static class AsymmetricSigning
{
    public static IReadOnlyList<string> Run(JsonElement json)
    {
        SigningCase signing = new(json, SigningScheme.SigV4a);
        List<string> differences = [];
        JsonElement due = json.GetProperty("public_key");
        ECPoint derived = new SigV4aKey(signing.Credentials).PublicPoint;
        Differences.Add(differences, "public key", $"{due.Text("x")},{due.Text("y")}", $"{Hex(derived.X)},{Hex(derived.Y)}");
        using ECDsa key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = Convert.FromHexString(due.Text("x")), Y = Convert.FromHexString(due.Text("y")) },
        });
        Compare(signing.SignHeader(), json, key, differences);
        Compare(signing.SignQuery(), json, key, differences);
        return differences;
    }

    private static void Compare(SigningOutcome outcome, JsonElement json, ECDsa key, List<string> differences)
    {
        JsonElement expected = json.GetProperty(outcome.Variant);
        outcome.CompareStages(expected, differences);
        RawHttpRequest sample = RawHttpRequest.Parse(expected.Text("sample_signed_request"));
        outcome.CompareRequest(sample.WithSignature(SigningOutcome.SignatureIn(sample), outcome.Signature), differences);
        foreach ((string name, string signature) in (ReadOnlySpan<(string, string)>)
            [("our", outcome.Signature), ("the sample", expected.Text("sample_signature")), ("the sample request's", SigningOutcome.SignatureIn(sample))])
        {
            Differences.Add(differences, $"{outcome.Variant}: {name} signature is valid", true, IsValid(key, outcome.Stages.StringToSign, signature));
        }
    }

    private static bool IsValid(ECDsa key, string text, string signature) => key.VerifyData(
        Encoding.UTF8.GetBytes(text), Convert.FromHexString(signature), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

    private static string Hex(byte[]? bytes) => Convert.ToHexStringLower(bytes!);
}

using System.Text;
using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.Runtime;
using S3Gen.Runtime.Signing;

namespace S3Gen.Conformance.Suites.Presign;

/// <summary>
/// A POST policy: the given document is signed as it stands, and the same conditions are put to the client, whose own document has to
/// say the same and to be signed as well.
/// </summary>
internal static class PostPolicyCase
{
    public static async Task<IReadOnlyList<string>> RunAsync(JsonElement json)
    {
        List<string> differences = [];
        Dictionary<string, string> expected = json.Fields("expected_fields").ToDictionary();
        string document = Convert.ToBase64String(Encoding.UTF8.GetBytes(json.Text("policy_document")));
        Differences.Add(differences, "base64 of the given policy", expected["policy"], document);
        Differences.Add(differences, "signature of the given policy", expected["x-amz-signature"], Sign(document, json));

        PolicyConditions due = PolicyConditions.Parse(json.Text("policy_document"));
        await using S3Client client = CaseClient.Create(json);
        PresignedPost post = await client.PresignPostAsync(PolicyOf(json, due));
        Dictionary<string, string> fields = post.Fields.ToDictionary();
        string ours = fields["policy"];
        PolicyConditions made = PolicyConditions.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(ours)));
        Differences.Add(differences, "expiration", due.Expiration, made.Expiration);
        Differences.Add(differences, "conditions", due.ToString(), made.ToString());
        Differences.Add(differences, "signature of our policy", Sign(ours, json), fields["x-amz-signature"]);
        Differences.Add(differences, "other fields", Others(expected), Others(fields));
        return differences;
    }

    private static PostPolicy PolicyOf(JsonElement json, PolicyConditions due)
    {
        const string FileName = "${filename}";
        string key = json.Text("key");
        bool isPrefix = key.EndsWith(FileName, StringComparison.Ordinal);
        PostPolicy policy = new()
        {
            Bucket = json.Text("bucket"),
            Key = isPrefix ? null : key,
            KeyPrefix = isPrefix ? key[..^FileName.Length] : null,
            Expires = due.Expiration - SigningTime.Parse(json.Text("time")),
        };
        foreach (PolicyCondition condition in PolicyConditions.Read(json.GetProperty("conditions")))
        {
            condition.AddTo(policy);
        }

        return policy;
    }

    private static string Sign(string document, JsonElement json) => new SigV4Signer().SignText(
        Encoding.ASCII.GetBytes(document),
        new SigningCredentials(json.Text("access_key_id"), json.Text("secret_access_key"), json.OptionalText("session_token")),
        json.Text("region"),
        "s3",
        SigningTime.Parse(json.Text("time")));

    private static string Others(IEnumerable<KeyValuePair<string, string>> fields) => string.Join(
        '\n',
        fields.Where(static field => field.Key is not ("policy" or "x-amz-signature")).Select(static field => $"{field.Key}={field.Value}").Order(StringComparer.Ordinal));
}

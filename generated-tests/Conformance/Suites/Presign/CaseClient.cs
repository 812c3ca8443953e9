using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.Runtime;
using S3Gen.Runtime.Signing;

namespace S3Gen.Conformance.Suites.Presign;

/// <summary>Makes the client of a case: its keys, its region, its time, and its endpoint if it names one.</summary>
internal static class CaseClient
{
    public static S3Client Create(JsonElement json) => new(new S3ClientOptions
    {
        Region = json.Text("region"),
        EndpointUrl = EndpointOf(json),
        ForcePathStyle = json.OptionalText("addressing") != "virtual",
        UseDualStack = false,
        UseFips = false,
        Credentials = new StaticCredentialProvider(
            new Credentials(json.Text("access_key_id"), json.Text("secret_access_key"), json.OptionalText("session_token"))),
        TimeProvider = new FixedTime(SigningTime.Parse(json.Text("time"))),
    });

    /// <summary>The host of a virtual-hosted case begins with the bucket, which the client puts there by itself.</summary>
    private static Uri? EndpointOf(JsonElement json)
    {
        if (json.OptionalText("host") is not { } host)
        {
            return null;
        }

        string prefix = json.Text("bucket") + ".";
        bool isVirtual = json.Text("addressing") == "virtual" && host.StartsWith(prefix, StringComparison.Ordinal);
        return new Uri($"{json.Text("scheme")}://{(isVirtual ? host[prefix.Length..] : host)}");
    }

    private sealed class FixedTime(DateTimeOffset time) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => time;
    }
}

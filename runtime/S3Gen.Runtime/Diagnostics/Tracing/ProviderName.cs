using System.Diagnostics;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>What a provider of credentials is called: <c>web_identity</c> for <see cref="WebIdentityCredentialProvider"/>.</summary>
internal static class ProviderName
{
    private const string Suffix = "CredentialProvider";

    internal static string Of(ICredentialProvider provider)
    {
        string type = provider.GetType().Name;
        return SnakeCase.Of(type.EndsWith(Suffix, StringComparison.Ordinal) && type.Length > Suffix.Length ? type[..^Suffix.Length] : type);
    }

    internal static Activity? StartSpan(string name) => Tracing.Source.HasListeners()
        ? Tracing.Source.StartActivity(SpanNames.CredentialProviderPrefix + name)
        : null;
}

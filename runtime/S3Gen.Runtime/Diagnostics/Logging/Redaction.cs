using System.Text;
using System.Text.RegularExpressions;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>Takes what is secret out of what people get to see.</summary>
internal static partial class Redaction
{
    internal const string Mark = "REDACTED";

    /// <summary>Parts of the names of headers and query parameters whose values nobody may see.</summary>
    private static readonly string[] SecretParts =
        ["authorization", "token", "signature", "credential", "secret", "password", "cookie", "customer-key", "accesskeyid", "kms-key-id", "encryption-context"];

    /// <summary>A URL without user, fragment, and the values of query parameters that are secret or make a signature.</summary>
    internal static string Url(string url)
    {
        int queryAt = url.IndexOf('?', StringComparison.Ordinal);
        string address = WithoutUser(queryAt < 0 ? url : url[..queryAt]);
        if (queryAt < 0)
        {
            return address;
        }

        StringBuilder text = new(address, url.Length);
        char separator = '?';
        foreach (string parameter in url[(queryAt + 1)..].Split('&'))
        {
            int valueAt = parameter.IndexOf('=', StringComparison.Ordinal);
            string name = valueAt < 0 ? parameter : parameter[..valueAt];
            text.Append(separator).Append(valueAt >= 0 && IsSecret(Uri.UnescapeDataString(name)) ? $"{name}={Mark}" : parameter);
            separator = '&';
        }

        return text.ToString();
    }

    /// <summary>The value of a header as it may be shown.</summary>
    internal static string Header(string name, string value)
    {
        if (name.EndsWith("-algorithm", StringComparison.OrdinalIgnoreCase))
        {
            return value;
        }

        return IsSecret(name) ? Mark : name.Equals("location", StringComparison.OrdinalIgnoreCase) ? Url(value) : value;
    }

    /// <summary>An XML document without the contents of elements that hold secrets, or by which a signature could be understood.</summary>
    internal static string Document(string xml) => SecretElement().Replace(xml, $"<$1>{Mark}");

    private static bool IsSecret(string name)
    {
        foreach (string part in SecretParts)
        {
            // A listing's continuation token opens nothing, and helps to find a fault.
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase) && !name.Equals("continuation-token", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutUser(string address)
    {
        int hostAt = address.IndexOf("://", StringComparison.Ordinal) + 3;
        int pathAt = hostAt < 3 ? -1 : address.IndexOf('/', hostAt);
        int userEnd = hostAt < 3 ? -1 : address.AsSpan(hostAt, (pathAt < 0 ? address.Length : pathAt) - hostAt).LastIndexOf('@');
        return userEnd < 0 ? address : string.Concat(address.AsSpan(0, hostAt), address.AsSpan(hostAt + userEnd + 1));
    }

    [GeneratedRegex(
        "<((?:\\w+:)?(?:AWSAccessKeyId|AccessKeyId|SecretAccessKey|SessionToken|Token-\\w+|Signature\\w*|StringToSign\\w*|CanonicalRequest\\w*|SSECustomerKey\\w*|KMS\\w*|KeyId|CardPassword)(?:\\s[^>]*)?)>[^<]*",
        RegexOptions.CultureInvariant)]
    private static partial Regex SecretElement();
}

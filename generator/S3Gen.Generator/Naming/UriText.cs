using System.Globalization;
using System.Text;

namespace S3Gen.Generator.Naming;

/// <summary>Percent-encoding (RFC 3986, unreserved characters stay) of names that are known at build time.</summary>
internal static class UriText
{
    public static string Encode(string text)
    {
        StringBuilder encoded = new(text.Length);
        foreach (byte b in Encoding.UTF8.GetBytes(text))
        {
            char c = (char)b;
            _ = c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '.' or '_' or '~'
                ? encoded.Append(c)
                : encoded.Append('%').Append(b.ToString("X2", CultureInfo.InvariantCulture));
        }

        return encoded.ToString();
    }
}

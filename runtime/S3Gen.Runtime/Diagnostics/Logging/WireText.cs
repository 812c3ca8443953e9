using System.Net.Http.Headers;
using System.Text;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>Headers and bodies as logs show them.</summary>
internal static class WireText
{
    /// <summary>How much of a body is shown, in bytes.</summary>
    internal const int MaxBody = 4096;

    internal static string Headers(HttpHeaders headers, HttpHeaders? ofContent)
    {
        StringBuilder text = new();
        Append(text, headers);
        if (ofContent is not null)
        {
            Append(text, ofContent);
        }

        return text.ToString();
    }

    /// <summary>A document, redacted, and cut after 4 KiB.</summary>
    internal static string Document(ReadOnlySpan<byte> document)
    {
        string text = Redaction.Document(Encoding.UTF8.GetString(document));
        return text.Length > MaxBody ? $"{text.AsSpan(0, MaxBody)}…" : text;
    }

    private static void Append(StringBuilder text, HttpHeaders headers)
    {
        foreach ((string name, HeaderStringValues values) in headers.NonValidated)
        {
            text.Append("; ").Append(name).Append(": ").Append(Redaction.Header(name, values.ToString()));
        }
    }
}

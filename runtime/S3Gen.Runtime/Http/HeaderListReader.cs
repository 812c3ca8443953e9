using System.Text;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Http;

/// <summary>Takes the value of a header apart into the values of a list.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.1"/>
internal static class HeaderListReader
{
    internal static List<string> Read(string name, string value)
    {
        List<string> values = [];
        ReadOnlySpan<char> rest = value.AsSpan().TrimStart(" \t");
        while (!rest.IsEmpty)
        {
            values.Add(rest[0] == '"' ? ReadQuoted(name, ref rest) : ReadPlain(ref rest));
            rest = rest.TrimStart(" \t");
        }

        return values;
    }

    internal static List<DateTimeOffset> ReadTimestamps(string name, string value, TimestampFormat format)
    {
        List<DateTimeOffset> times = [];
        ReadOnlySpan<char> rest = value.AsSpan().Trim(" \t");
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf(',');
            if (end >= 0 && format == TimestampFormat.HttpDate)
            {
                int next = rest[(end + 1)..].IndexOf(',');
                end = next < 0 ? next : end + 1 + next;
            }

            ReadOnlySpan<char> item = (end < 0 ? rest : rest[..end]).Trim(" \t").Trim('"');
            rest = end < 0 ? default : rest[(end + 1)..].TrimStart(" \t");
            times.Add(Timestamps.TryParse(item, format, out DateTimeOffset time)
                ? time
                : throw new ResponseFormatException($"The value of header '{name}' is not a list of timestamps."));
        }

        return times;
    }

    private static string ReadPlain(ref ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOf(',');
        ReadOnlySpan<char> item = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return item.TrimEnd(" \t").ToString();
    }

    private static string ReadQuoted(string name, ref ReadOnlySpan<char> rest)
    {
        StringBuilder text = new();
        for (int i = 1; i < rest.Length; i++)
        {
            if (rest[i] == '\\' && i + 1 < rest.Length)
            {
                text.Append(rest[++i]);
                continue;
            }

            if (rest[i] == '"')
            {
                rest = rest[(i + 1)..].TrimStart(" \t");
                rest = rest is [',', ..] ? rest[1..] : rest;
                return text.ToString();
            }

            text.Append(rest[i]);
        }

        throw new ResponseFormatException($"A quoted value of header '{name}' does not end.");
    }
}

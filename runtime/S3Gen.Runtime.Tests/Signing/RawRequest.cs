using System.Text;

namespace S3Gen.Runtime.Tests.Signing;

/// <summary>A request as the signing suite writes it: request line, headers, an empty line, body.</summary>
internal sealed record RawRequest(string Method, string Path, string Query, (string Name, string Value)[] Headers, byte[] Body)
{
    internal static RawRequest Parse(string text)
    {
        int headEnd = text.IndexOf("\n\n", StringComparison.Ordinal);
        string[] lines = (headEnd < 0 ? text : text[..headEnd]).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int targetEnd = lines[0].LastIndexOf(' ');
        int targetStart = lines[0].IndexOf(' ', StringComparison.Ordinal) + 1;
        string target = lines[0][targetStart..targetEnd];
        int queryStart = target.IndexOf('?', StringComparison.Ordinal);
        return new RawRequest(
            lines[0][..(targetStart - 1)],
            queryStart < 0 ? target : target[..queryStart],
            queryStart < 0 ? string.Empty : target[(queryStart + 1)..],
            ParseHeaders(lines),
            Encoding.UTF8.GetBytes(headEnd < 0 ? string.Empty : text[(headEnd + 2)..]));
    }

    private static (string Name, string Value)[] ParseHeaders(string[] lines)
    {
        List<(string Name, string Value)> headers = [];
        foreach (string line in lines.Skip(1))
        {
            if (line[0] is ' ' or '\t')
            {
                headers[^1] = (headers[^1].Name, headers[^1].Value + " " + line);
                continue;
            }

            int colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add((line[..colon], line[(colon + 1)..]));
        }

        return [.. headers];
    }
}

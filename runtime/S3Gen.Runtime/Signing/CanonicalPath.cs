using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Signing;

/// <summary>Writes the path of a canonical request.</summary>
internal static class CanonicalPath
{
    internal static void Write(scoped ReadOnlySpan<char> path, CanonicalPathMode mode, ref Utf8Buffer buffer)
    {
        if (path.IsEmpty)
        {
            buffer.Append((byte)'/');
            return;
        }

        switch (mode)
        {
            case CanonicalPathMode.AsSent:
                buffer.Append(path);
                break;
            case CanonicalPathMode.EncodedAgain:
                buffer.AppendEncoded(path, keepSlash: true);
                break;
            default:
                WriteNormalized(path, ref buffer);
                break;
        }
    }

    /// <summary>RFC 3986, section 5.2.4, and empty segments go too. A slash at the end stays where a segment is left before it.</summary>
    private static void WriteNormalized(scoped ReadOnlySpan<char> path, ref Utf8Buffer buffer)
    {
        int start = buffer.Length;
        foreach (Range range in path.Split('/'))
        {
            ReadOnlySpan<char> segment = path[range];
            if (segment is ['.', '.'])
            {
                buffer.Truncate(start + Math.Max(0, buffer[start..].LastIndexOf((byte)'/')));
            }
            else if (segment is not ([] or ['.']))
            {
                buffer.Append((byte)'/');
                buffer.AppendEncoded(segment, keepSlash: false);
            }
        }

        if (buffer.Length == start || path[^1] == '/')
        {
            buffer.Append((byte)'/');
        }
    }
}

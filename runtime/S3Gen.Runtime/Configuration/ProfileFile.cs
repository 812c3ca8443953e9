namespace S3Gen.Runtime.Configuration;

/// <summary>The INI dialect of the shared AWS files.</summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html"/>
internal static class ProfileFile
{
    /// <summary>Reads the settings of one section. A section that comes twice is merged; nested settings are skipped.</summary>
    internal static bool TryReadSection(string text, string section, out Dictionary<string, string> settings)
    {
        settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        bool isFound = false;
        bool isInside = false;
        foreach (ReadOnlySpan<char> line in text.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> trimmed = line.Trim();
            if (trimmed is [] or ['#' or ';', ..])
            {
                continue;
            }

            if (trimmed[0] == '[')
            {
                int end = trimmed.IndexOf(']');
                isInside = end > 0 && trimmed[1..end].Trim().SequenceEqual(section);
                isFound |= isInside;
            }
            else if (isInside && !char.IsWhiteSpace(line[0]) && trimmed.IndexOf('=') is > 0 and int equals)
            {
                settings[trimmed[..equals].TrimEnd().ToString()] = WithoutComment(trimmed[(equals + 1)..]).Trim().ToString();
            }
        }

        return isFound;
    }

    /// <summary>A comment at a line's end begins with white space and then '#' or ';'.</summary>
    private static ReadOnlySpan<char> WithoutComment(ReadOnlySpan<char> value)
    {
        for (int i = 1; i < value.Length; i++)
        {
            if (value[i] is '#' or ';' && char.IsWhiteSpace(value[i - 1]))
            {
                return value[..i];
            }
        }

        return value;
    }
}

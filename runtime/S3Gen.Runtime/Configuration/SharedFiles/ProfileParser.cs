namespace S3Gen.Runtime.Configuration;

/// <summary>
/// Reads the INI dialect of the shared AWS files: sections, settings, and settings nested under one that has no value of its own,
/// which are known as <c>outer.inner</c>. Faults name file and line, never the line's text, which may be a secret.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html"/>
internal sealed class ProfileParser(string path)
{
    private readonly List<ProfileSection> _sections = [];
    private string? _setting;
    private int _indentation;
    private int _lineNumber;

    /// <exception cref="SharedFileException">A line is neither a section nor a setting.</exception>
    internal List<ProfileSection> Parse(ReadOnlySpan<char> text)
    {
        foreach (ReadOnlySpan<char> line in text.EnumerateLines())
        {
            _lineNumber++;
            ReadOnlySpan<char> trimmed = line.Trim();
            if (trimmed is [] or ['#' or ';', ..])
            {
                continue;
            }

            int indentation = line.IndexOf(trimmed[0]);
            if (trimmed[0] == '[' && indentation == 0)
            {
                BeginSection(trimmed);
            }
            else if (_setting is not null && indentation > _indentation)
            {
                Continue(trimmed);
            }
            else
            {
                BeginSetting(trimmed, indentation);
            }
        }

        return _sections;
    }

    private void BeginSection(ReadOnlySpan<char> line)
    {
        int end = line.IndexOf(']');
        if (end < 0 || line[(end + 1)..].TrimStart() is not ([] or ['#' or ';', ..]))
        {
            throw Fault("is not a section");
        }

        _sections.Add(new ProfileSection(path, line[1..end].Trim().ToString()));
        _setting = null;
    }

    private void BeginSetting(ReadOnlySpan<char> line, int indentation)
    {
        int equals = line.IndexOf('=');
        if (equals <= 0 || _sections.Count == 0)
        {
            throw Fault(_sections.Count == 0 ? "comes before any section" : "is not a setting: it has no '='");
        }

        _setting = line[..equals].TrimEnd().ToString();
        _indentation = indentation;
        _sections[^1].Set(_setting, WithoutComment(line[(equals + 1)..]).Trim());
    }

    /// <summary>A line that is indented more than its setting: more of a value, or a nested setting where there is no value.</summary>
    private void Continue(ReadOnlySpan<char> line)
    {
        if (ProfileSection.IsSecret(_setting!))
        {
            throw Fault($"is indented more than {_setting}, and so would be more of it");
        }

        ProfileSection section = _sections[^1];
        string value = section[_setting!] ?? string.Empty;
        if (value.Length > 0)
        {
            section[_setting!] = $"{value}\n{line}";
            return;
        }

        int equals = line.IndexOf('=');
        if (equals <= 0)
        {
            throw Fault("is not a nested setting: it has no '='");
        }

        section[$"{_setting}.{line[..equals].TrimEnd()}"] = WithoutComment(line[(equals + 1)..]).Trim().ToString();
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

    private SharedFileException Fault(string rule) => new($"line {_lineNumber} of {path} {rule}");
}

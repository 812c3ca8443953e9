namespace S3Gen.ModelTool.CommandLine;

/// <summary>The words and <c>--name value</c> options of a command line.</summary>
internal sealed class Arguments
{
    private readonly List<string> _words = [];
    private readonly Dictionary<string, string> _options = new(StringComparer.Ordinal);

    public static Arguments Parse(ReadOnlySpan<string> args, params ReadOnlySpan<string> known)
    {
        Arguments result = new();
        for (int i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal))
            {
                result._words.Add(args[i]);
                continue;
            }

            (string name, string? value) = Split(args[i]);
            if (!known.Contains(name))
            {
                throw new UsageException($"unknown option '{name}'");
            }

            if (value is null)
            {
                value = ++i < args.Length ? args[i] : throw new UsageException($"option '{name}' needs a value");
            }

            if (!result._options.TryAdd(name, value))
            {
                throw new UsageException($"option '{name}' is given twice");
            }
        }

        return result;
    }

    public IReadOnlyList<string> Words(params ReadOnlySpan<string> names)
    {
        if (_words.Count < names.Length)
        {
            throw new UsageException($"<{names[_words.Count]}> is missing");
        }

        return _words.Count == names.Length ? _words : throw new UsageException($"unexpected argument '{_words[names.Length]}'");
    }

    public string? Option(string name) => _options.GetValueOrDefault(name);

    private static (string Name, string? Value) Split(string option)
    {
        int at = option.IndexOf('=', StringComparison.Ordinal);
        return at < 0 ? (option, null) : (option[..at], option[(at + 1)..]);
    }
}

namespace S3Gen.ModelTool.Commands;

/// <summary>Options with a value each.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> _values = [];

    public string? this[string name] => _values.GetValueOrDefault(name);

    /// <exception cref="FormatException">An option is not known, or lacks its value.</exception>
    public static Options Parse(IEnumerable<string> args, params string[] known)
    {
        Options options = new();
        string[] rest = [.. args];
        for (int i = 0; i < rest.Length; i += 2)
        {
            if (!known.Contains(rest[i]))
            {
                throw new FormatException($"'{rest[i]}' is no option here; there are {string.Join(" and ", known)}.");
            }

            options._values[rest[i]] = i + 1 < rest.Length ? rest[i + 1] : throw new FormatException($"The option '{rest[i]}' needs a value.");
        }

        return options;
    }
}

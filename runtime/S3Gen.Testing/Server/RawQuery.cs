namespace S3Gen.Testing.Server;

/// <summary>The parameters of a raw query, decoded, in their order of arrival.</summary>
internal sealed class RawQuery
{
    private readonly List<KeyValuePair<string, string>> _parameters = [];

    private RawQuery(string raw) => Raw = raw;

    /// <summary>The query as it came, without its question mark.</summary>
    internal string Raw { get; }

    internal IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters;

    internal string? this[string name]
    {
        get
        {
            foreach ((string key, string value) in _parameters)
            {
                if (key == name)
                {
                    return value;
                }
            }
            return null;
        }
    }

    internal bool Has(string name) => this[name] is not null;

    /// <summary>The value of <paramref name="name"/>, or null where it is absent or empty: S3 takes both as "not given" in listings.</summary>
    internal string? NonEmpty(string name) => this[name] is { Length: > 0 } value ? value : null;

    internal static RawQuery Parse(string raw)
    {
        RawQuery query = new(raw);
        foreach (Range range in raw.AsSpan().Split('&'))
        {
            ReadOnlySpan<char> pair = raw.AsSpan(range);
            if (pair.IsEmpty)
            {
                continue;
            }
            int equals = pair.IndexOf('=');
            ReadOnlySpan<char> name = equals < 0 ? pair : pair[..equals];
            ReadOnlySpan<char> value = equals < 0 ? default : pair[(equals + 1)..];
            query._parameters.Add(new(PercentEncoding.Decode(name, plusIsSpace: true), PercentEncoding.Decode(value, plusIsSpace: true)));
        }
        return query;
    }
}

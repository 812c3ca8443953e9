using System.Text;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Http;

/// <summary>Header members as text, for requests and responses.</summary>
public static class HeaderText
{
    /// <summary>The headers of the members that a value has, prefix headers included.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(StructureValue value, HttpBinding binding)
    {
        foreach (Member member in binding.Headers)
        {
            if (value[member.Name] is { } header)
            {
                yield return new(member.Traits.Text(Traits.HttpHeader)!, Of(header, member));
            }
        }

        foreach (Member member in binding.PrefixHeaders)
        {
            foreach ((string name, Value entry) in (value[member.Name] as MapValue)?.Entries ?? [])
            {
                yield return new(member.Traits.Text(Traits.HttpPrefixHeaders) + name, Of(entry, member.Target.Element));
            }
        }
    }

    /// <summary>Splits a header of several values: by commas outside of quotes; quotes go.</summary>
    public static IReadOnlyList<string> Split(string header)
    {
        List<string> values = [];
        StringBuilder value = new();
        bool quoted = false;
        for (int i = 0; i < header.Length; i++)
        {
            char c = header[i];
            switch (c)
            {
                case '\\' when quoted && i + 1 < header.Length:
                    value.Append(header[++i]);
                    break;
                case '"':
                    quoted = !quoted;
                    break;
                case ',' when !quoted:
                    values.Add(value.ToString().Trim());
                    value.Clear();
                    break;
                default:
                    value.Append(c);
                    break;
            }
        }

        return [.. values, value.ToString().Trim()];
    }

    private static string Of(Value value, Member member) => value is ListValue list
        ? string.Join(", ", list.Items.Select(item => Quote(Of(item, member.Target.Element), member.Target.Element)))
        : member.Has(Traits.MediaType) && value is TextValue text
            ? Convert.ToBase64String(Encoding.UTF8.GetBytes(text.Text))
            : WireText.Of(value, member, WireText.HttpDate);

    /// <summary>A value of a list is quoted where it holds what separates values; http-dates hold a comma that does not.</summary>
    private static string Quote(string text, Member element) =>
        element.Target.Type == ShapeType.Timestamp || text.AsSpan().IndexOfAny(",\"") < 0
            ? text
            : $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}

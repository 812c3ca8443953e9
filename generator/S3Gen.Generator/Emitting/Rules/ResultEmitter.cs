using System.Globalization;
using System.Text.RegularExpressions;
using S3Gen.Generator.Model;
using S3Gen.Generator.Rules;

namespace S3Gen.Generator.Emitting.Rules;

/// <summary>What the rules end in, as members of the struct that decides: a dispatcher, and a method for each endpoint.</summary>
internal sealed class ResultEmitter
{
    private static readonly string[] SchemeTexts = ["name", "signingName", "signingRegion"];
    private static readonly string[] SchemeSwitches = ["disableDoubleEncoding", "disableNormalizePath"];

    private readonly List<string> _schemes = [];
    private readonly List<string> _properties = [];
    private readonly List<string> _headers = [];

    /// <summary>An arm of the dispatcher for each result.</summary>
    public IReadOnlyList<string> Arms { get; }

    /// <summary>Methods that the arms call.</summary>
    public IReadOnlyList<string> Methods { get; }

    public ResultEmitter(EquatableArray<RuleResult> results)
    {
        List<string> arms = [];
        List<string> endpoints = [];
        for (int i = 0; i < results.Count; i++)
        {
            string number = (i + 1).ToString(CultureInfo.InvariantCulture);
            if (results[i] is EndpointResult endpoint)
            {
                arms.Add($"{number} => Endpoint{number}(),");
                endpoints.Add($"private readonly Endpoint Endpoint{number}() => EndpointResult.At({Arguments(endpoint)});");
            }
            else
            {
                arms.Add($"{number} => throw EndpointResult.Error({RuleCode.Text(((ErrorResult)results[i]).Message)}),");
            }
        }

        Arms = arms;
        Methods =
        [
            .. endpoints,
            .. Numbered(_schemes, "EndpointAuthScheme[] Signing"),
            .. Numbered(_properties, "Dictionary<string, object?> Properties"),
            .. Numbered(_headers, "Dictionary<string, IReadOnlyList<string>> Headers"),
        ];
    }

    private string Arguments(EndpointResult endpoint)
    {
        string schemes = endpoint.AuthSchemes.Count == 0 ? "[]" : "Signing" + Share(_schemes, $"[{string.Join(", ", endpoint.AuthSchemes.Select(Scheme))}]");
        string code = $"{RuleCode.Text(endpoint.Url)}, _fallback, {schemes}";
        if (endpoint.Properties.Entries.Count > 0)
        {
            code += ", properties: Properties" + Share(_properties, $"new() {{ {Entries(endpoint.Properties)} }}");
        }

        if (endpoint.Headers.Count > 0)
        {
            IEnumerable<string> headers = endpoint.Headers.Select(header =>
                $"[{CSharpLiteral.Text(header.Name)}] = [{string.Join(", ", header.Values.Select(RuleCode.Text))}]");
            code += ", headers: Headers" + Share(_headers, $"new() {{ {string.Join(", ", headers)} }}");
        }

        return code;
    }

    private static IEnumerable<string> Numbered(List<string> bodies, string declaration) =>
        bodies.Select((body, i) => $"private {(IsFixed(body) ? "static" : "readonly")} {declaration}{i.ToString(CultureInfo.InvariantCulture)}() => {body};");

    /// <summary>Whether a value depends on nothing that was given or found out: then no field is in it.</summary>
    private static bool IsFixed(string body) => !Regex.Replace(body, "(?<!\\$)\"[^\"]*\"", string.Empty).Contains('_');

    /// <summary>Equal values share a method; answers its number with the call's parentheses.</summary>
    private static string Share(List<string> bodies, string body)
    {
        int index = bodies.IndexOf(body);
        if (index < 0)
        {
            index = bodies.Count;
            bodies.Add(body);
        }

        return index.ToString(CultureInfo.InvariantCulture) + "()";
    }

    private static string Scheme(DocumentMap scheme)
    {
        List<string> members = [];
        List<DocumentEntry> others = [];
        foreach (DocumentEntry entry in scheme.Entries)
        {
            string property = char.ToUpperInvariant(entry.Name[0]) + entry.Name.Substring(1);
            bool isKnown = entry.Value switch
            {
                DocumentText => SchemeTexts.Contains(entry.Name),
                DocumentSwitch => SchemeSwitches.Contains(entry.Name),
                DocumentList list => entry.Name == "signingRegionSet" && list.Items.All(item => item is DocumentText),
                _ => false,
            };
            if (!isKnown)
            {
                others.Add(entry);
            }
            else
            {
                members.Add($"{property} = {(entry.Value is DocumentList list ? $"[{string.Join(", ", list.Items.Select(Value))}]" : Value(entry.Value))}");
            }
        }

        if (others.Count > 0)
        {
            members.Add($"Properties = new Dictionary<string, object?> {{ {Entries(new DocumentMap(others.ToEquatableArray()))} }}");
        }

        return $"new() {{ {string.Join(", ", members)} }}";
    }

    private static string Entries(DocumentMap map) =>
        string.Join(", ", map.Entries.Select(entry => $"[{CSharpLiteral.Text(entry.Name)}] = {Value(entry.Value)}"));

    private static string Value(DocumentValue value) => value switch
    {
        DocumentText text => RuleCode.Text(text.Text),
        DocumentSwitch boolean => CSharpLiteral.Bool(boolean.Value),
        DocumentNumber number => number.Text.All(char.IsDigit) ? number.Text + "L" : number.Text + "d",
        DocumentList list => $"new object?[] {{ {string.Join(", ", list.Items.Select(Value))} }}",
        DocumentMap map => $"new Dictionary<string, object?> {{ {Entries(map)} }}",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.ToString()),
    };
}

using S3Gen.Generator.Model;

namespace S3Gen.Generator.Rules;

/// <summary>Reads what rules end in: an endpoint with its headers and properties, or an error.</summary>
internal sealed class ResultReader(ExpressionReader expressions, RuleFaults faults)
{
    private const string AuthSchemes = "authSchemes";

    public RuleResult? Read(RuleNode rule, RuleScope scope)
    {
        switch (rule["type"].Text)
        {
            case "endpoint":
                return ReadEndpoint(rule["endpoint"], scope);
            case "error":
                return expressions.Read(rule["error"], scope, RuleKind.Text) is { } message ? new ErrorResult(message) : null;
            default:
                faults.Add(rule["type"], "the type of a rule is 'endpoint', 'error' or, within a rule set, 'tree'");
                return null;
        }
    }

    private EndpointResult? ReadEndpoint(RuleNode endpoint, RuleScope scope)
    {
        RuleExpression? url = expressions.Read(endpoint["url"], scope, RuleKind.Text);
        RuleNode properties = endpoint["properties"];
        EquatableArray<DocumentEntry> others = properties.Properties
            .Where(property => property.Name != AuthSchemes)
            .Select(property => ReadEntry(property, scope))
            .ToEquatableArray();
        return url is null ? null : new EndpointResult
        {
            Url = url,
            Headers = endpoint["headers"].Properties.Select(header => ReadHeader(header, scope)).ToEquatableArray(),
            HasAuthSchemes = properties[AuthSchemes].IsThere,
            AuthSchemes = properties[AuthSchemes].Items.Select(scheme => ReadScheme(scheme, scope)).ToEquatableArray(),
            Properties = new DocumentMap(others),
        };
    }

    private RuleHeader ReadHeader(RuleNode header, RuleScope scope)
    {
        IEnumerable<RuleExpression?> values = header.Items.Select(value => expressions.Read(value, scope, RuleKind.Text));
        return new RuleHeader(header.Name.ToLowerInvariant(), values.OfType<RuleExpression>().ToEquatableArray());
    }

    private DocumentMap ReadScheme(RuleNode scheme, RuleScope scope)
    {
        if (scheme["name"].Text is null)
        {
            faults.Add(scheme, "a way to sign needs a 'name'");
        }

        return new DocumentMap(scheme.Properties.Select(property => ReadEntry(property, scope)).ToEquatableArray());
    }

    private DocumentEntry ReadEntry(RuleNode node, RuleScope scope) => new(node.Name, ReadValue(node, scope));

    private DocumentValue ReadValue(RuleNode node, RuleScope scope)
    {
        switch (node.Value)
        {
            case BooleanNode boolean:
                return new DocumentSwitch(boolean.Value);
            case NumberNode number:
                return new DocumentNumber(number.Text);
            case ArrayNode:
                return new DocumentList(node.Items.Select(item => ReadValue(item, scope)).ToEquatableArray());
            case ObjectNode:
                return new DocumentMap(node.Properties.Select(property => ReadEntry(property, scope)).ToEquatableArray());
            default:
                RuleExpression? text = expressions.Read(node, scope, RuleKind.Text);
                return new DocumentText(text ?? new TextTemplate(default));
        }
    }
}

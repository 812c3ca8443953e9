using System.Text;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Rules;

/// <summary>Reads texts with values in braces: <c>{name}</c>, <c>{name#part}</c>; a brace that is meant is doubled.</summary>
internal sealed class TemplateReader(ExpressionReader expressions, RuleFaults faults)
{
    private readonly List<TemplatePart> _parts = [];
    private readonly StringBuilder _literal = new();

    /// <summary>The template; one that is nothing but a value is that value.</summary>
    public RuleExpression? Read(RuleNode node, string template, RuleScope scope)
    {
        for (int i = 0; i < template.Length; i++)
        {
            char c = template[i];
            bool isDoubled = i + 1 < template.Length && template[i + 1] == c;
            if (c is '{' or '}' && isDoubled)
            {
                _literal.Append(c);
                i++;
            }
            else if (c == '{' && template.IndexOf('}', i) is > 0 and int end)
            {
                if (!AddValue(node, template.Substring(i + 1, end - i - 1), scope))
                {
                    return null;
                }

                i = end;
            }
            else if (c is '{' or '}')
            {
                faults.Add(node, $"the brace at {i} has no other");
                return null;
            }
            else
            {
                _literal.Append(c);
            }
        }

        AddLiteral();
        return _parts.Count == 1 && _parts[0].Value is { } value ? value : new TextTemplate(_parts.ToEquatableArray());
    }

    private bool AddValue(RuleNode node, string reference, RuleScope scope)
    {
        string[] parts = reference.Split(['#'], 2);
        RuleExpression? value = expressions.Resolve(node, parts[0], scope);
        value = value is null || parts.Length == 1 ? value : expressions.Follow(node, value, parts[1]);
        if (value is null)
        {
            return false;
        }

        if (value.Kind != RuleKind.Text)
        {
            faults.Add(node, $"'{reference}' is not a text");
            return false;
        }

        AddLiteral();
        _parts.Add(new TemplatePart(null, value));
        return true;
    }

    private void AddLiteral()
    {
        if (_literal.Length > 0)
        {
            _parts.Add(new TemplatePart(_literal.ToString(), null));
            _literal.Clear();
        }
    }
}

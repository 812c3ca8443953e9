using System.Globalization;
using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Views;
using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;
using S3Gen.Generator.Rules;

namespace S3Gen.Generator.Emitting.Rules;

/// <summary>The endpoint rules of a service: their parameters, where these come from, and the code that decides.</summary>
internal static class EndpointRulesEmitter
{
    private const int ReferencesInLine = 18;

    /// <summary>Settings of the client that always have a value.</summary>
    private static readonly HashSet<string> AlwaysSet = ["parameters.UseFips", "parameters.UseDualStack", "EndpointBuiltIns.ForcePathStyle(parameters)"];

    public static string Emit(EndpointRulesBinding binding)
    {
        EndpointRuleSet rules = binding.Rules;
        ResultEmitter results = new(rules.Results);
        RuleParameter[] read = [.. rules.Parameters.Where(parameter => parameter.IsRead)];
        return TemplateRenderer.Render(new EndpointRulesView(binding)
        {
            Parameters = [.. rules.Parameters.Select(ParameterView)],
            Bindings = [.. read.Select(parameter => Bind(parameter, binding)).OfType<string>()],
            Required = [.. read.Where(parameter => parameter.IsRequired && parameter.Default is null).Select(parameter => CSharpNames.Pascal(parameter.Name))],
            Conditions = [.. rules.Conditions.Select((condition, i) => $"{i.ToString(CultureInfo.InvariantCulture)} => {RuleCode.Condition(condition)},")],
            Nodes = [.. Rows(rules.Nodes)],
            Arms = [.. results.Arms],
            Methods = [.. results.Methods],
        });
    }

    private static RuleParameterView ParameterView(RuleParameter parameter)
    {
        string nullable = RuleCode.ParameterType(parameter.Kind);
        bool hasValue = parameter.Default is DocumentSwitch { Value: true } or DocumentText or DocumentList;
        return new RuleParameterView(
            CSharpNames.Pascal(parameter.Name),
            parameter.Default is null ? nullable : nullable.TrimEnd('?'),
            hasValue ? $" = {Literal(parameter.Default!)};" : string.Empty);
    }

    /// <summary>What the operation says, else the client, else the default.</summary>
    private static string? Bind(RuleParameter parameter, EndpointRulesBinding binding)
    {
        List<string> sources = [];
        EndpointSlotBinding? slot = binding.Slots.FirstOrDefault(slot => slot.Parameter == parameter.Name);
        string? setting = binding.Settings.FirstOrDefault(setting => setting.Parameter == parameter.Name)?.Expression;
        if (slot is not null)
        {
            sources.Add($"inputs.{slot.Kind}({RuleCode.SlotName(slot.Parameter)})");
        }

        if (setting is not null)
        {
            sources.Add(setting);
        }

        if (parameter.Default is { } value && (setting is null || !AlwaysSet.Contains(setting)))
        {
            sources.Add(Literal(value));
        }

        return slot is null && setting is null ? null : $"{CSharpNames.Pascal(parameter.Name)} = {string.Join(" ?? ", sources)},";
    }

    private static string Literal(DocumentValue value) => value switch
    {
        DocumentText text => RuleCode.Text(text.Text),
        DocumentSwitch boolean => CSharpLiteral.Bool(boolean.Value),
        DocumentList list => $"[{string.Join(", ", list.Items.Select(Literal))}]",
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.ToString()),
    };

    private static IEnumerable<string> Rows(EquatableArray<DecisionNode> nodes)
    {
        string[] numbers = [.. nodes.SelectMany(node => new[] { node.Condition, node.High, node.Low }).Select(number => number.ToString(CultureInfo.InvariantCulture))];
        for (int i = 0; i < numbers.Length; i += ReferencesInLine)
        {
            yield return string.Join(", ", numbers.Skip(i).Take(ReferencesInLine)) + ",";
        }
    }
}

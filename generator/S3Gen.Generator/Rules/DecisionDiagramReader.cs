using System.Globalization;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Rules;

/// <summary>Reads a binary decision diagram (<c>smithy.rules#endpointBdd</c>) into a decision graph.</summary>
internal sealed class DecisionDiagramReader(RuleFaults faults)
{
    private const int FirstResult = 100_000_000;
    private const int NodeSize = 3;

    private readonly GraphBuilder _graph = new();
    private readonly ExpressionReader _expressions = new(faults);
    private readonly Dictionary<int, int> _references = [];
    private List<RuleCondition> _conditions = [];
    private List<int> _results = [];
    private int[] _nodes = [];

    public EndpointRuleSet? Read(RuleNode trait)
    {
        Dictionary<string, RuleParameter> parameters = new ParameterReader(faults).Read(trait["parameters"]);
        RuleScope scope = new(parameters);
        _conditions = ReadConditions(trait["conditions"], scope);
        _results = [.. trait["results"].Items.Select(result => ReadResult(result, scope))];
        _nodes = DecodeNodes(trait);
        if (faults.Items.Count > 0)
        {
            return null;
        }

        int root = trait["root"].Value is NumberNode number && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int reference)
            ? Follow(trait["nodes"], reference, 0)
            : Fault(trait["root"], "the root has to be a reference that is not negative");
        return faults.Items.Count > 0 ? null : _graph.Build(parameters.Values, root);
    }

    /// <summary>A condition may stand before one that assigns what it reads, so those that cannot be read yet wait.</summary>
    private List<RuleCondition> ReadConditions(RuleNode conditions, RuleScope scope)
    {
        RuleCondition?[] read = new RuleCondition?[conditions.Items.Count];
        IReadOnlyList<RuleNode> items = conditions.Items;
        ConditionReader silent = new(new ExpressionReader(new RuleFaults()), _graph);
        for (bool isProgress = true; isProgress;)
        {
            isProgress = false;
            for (int i = 0; i < read.Length; i++)
            {
                if (read[i] is null && silent.Read(items[i], scope) is { } condition)
                {
                    read[i] = condition;
                    isProgress = true;
                }
            }
        }

        ConditionReader reporting = new(_expressions, _graph);
        return [.. read.Select((condition, i) => condition ?? reporting.Read(items[i], scope)).OfType<RuleCondition>()];
    }

    private int ReadResult(RuleNode node, RuleScope scope) =>
        new ResultReader(_expressions, faults).Read(node, scope) is { } result ? _graph.Result(result) : GraphBuilder.NoMatch;

    private int[] DecodeNodes(RuleNode trait)
    {
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(trait["nodes"].Text ?? string.Empty);
        }
        catch (FormatException)
        {
            Fault(trait["nodes"], "the nodes are not base64");
            return [];
        }

        string count = (bytes.Length / (NodeSize * sizeof(int))).ToString(CultureInfo.InvariantCulture);
        if (bytes.Length == 0 || bytes.Length % (NodeSize * sizeof(int)) != 0 || (trait["nodeCount"].Value as NumberNode)?.Text != count)
        {
            Fault(trait["nodes"], "the nodes are not as many triples of four bytes each as 'nodeCount' says");
            return [];
        }

        return [.. Enumerable.Range(0, bytes.Length / sizeof(int)).Select(i => ReadInt32(bytes, i * sizeof(int)))];
    }

    private static int ReadInt32(byte[] bytes, int at) => (bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3];

    /// <summary>Turns a reference of the diagram into one of the graph. A node that is referred to as its complement has its branches swapped.</summary>
    private int Follow(RuleNode place, int reference, int depth)
    {
        if (reference is 1 or -1 or FirstResult)
        {
            return GraphBuilder.NoMatch;
        }

        if (reference > FirstResult)
        {
            return reference - FirstResult <= _results.Count ? _results[reference - FirstResult - 1] : Fault(place, $"there is no result {reference}");
        }

        if (_references.TryGetValue(reference, out int known))
        {
            return known;
        }

        int node = Math.Abs((long)reference) - 1 is var index && index > 0 && index < _nodes.Length / NodeSize ? (int)index * NodeSize : -1;
        if (node < 0 || _nodes[node] < 0 || _nodes[node] >= _conditions.Count)
        {
            return Fault(place, $"there is no node {reference}, or its condition is missing");
        }

        if (depth > _conditions.Count)
        {
            return Fault(place, "a way through the nodes tests a condition twice");
        }

        int high = Follow(place, _nodes[node + (reference < 0 ? 2 : 1)], depth + 1);
        int low = Follow(place, _nodes[node + (reference < 0 ? 1 : 2)], depth + 1);
        return _references[reference] = _graph.Node(_conditions[_nodes[node]], high, low);
    }

    private int Fault(RuleNode place, string message)
    {
        if (faults.Items.Count == 0)
        {
            faults.Add(place, message);
        }

        return GraphBuilder.NoMatch;
    }
}

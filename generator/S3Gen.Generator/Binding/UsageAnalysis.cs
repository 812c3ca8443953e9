using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>Which shapes are sent and which are received, followed through members.</summary>
internal sealed class UsageAnalysis
{
    private readonly ShapeIndex _shapes;
    private readonly HashSet<string> _sent = [];
    private readonly HashSet<string> _received = [];
    private readonly HashSet<string> _memberTargets = [];
    private readonly HashSet<string> _events = [];

    public UsageAnalysis(ServiceModel model, ShapeIndex shapes)
    {
        _shapes = shapes;
        // What a client sends, a server receives.
        bool isServer = model.Settings.Emit == "server";
        HashSet<string> ofInputs = isServer ? _received : _sent;
        HashSet<string> ofOutputs = isServer ? _sent : _received;
        foreach (Shape operation in model.Service.Operations.Select(id => shapes[id]))
        {
            FollowMembers(operation.Input, ofInputs);
            FollowMembers(operation.Output, ofOutputs);
            foreach (string error in operation.Errors)
            {
                FollowMembers(error, ofOutputs);
            }
        }

        foreach (Shape shape in model.Shapes)
        {
            _memberTargets.UnionWith(shape.Members.Select(member => member.Target));
            if (shape.Type == ShapeType.Union && shape.Traits.Has(TraitIds.Streaming))
            {
                _events.UnionWith(shape.Members.Select(member => member.Target));
            }
        }
    }

    public bool IsSent(Shape shape) => _sent.Contains(shape.Id);

    public bool IsReceived(Shape shape) => _received.Contains(shape.Id);

    /// <summary>A member has this type, so the type needs a file of its own whatever else it serves as.</summary>
    public bool IsMemberTarget(Shape shape) => _memberTargets.Contains(shape.Id);

    /// <summary>The shape is an event of an event stream.</summary>
    public bool IsEvent(Shape shape) => _events.Contains(shape.Id);

    private void FollowMembers(string? id, HashSet<string> direction)
    {
        if (id is null)
        {
            return;
        }

        Stack<string> open = new([id]);
        while (open.Count > 0)
        {
            foreach (Member member in _shapes[open.Pop()].Members)
            {
                if (direction.Add(member.Target))
                {
                    open.Push(member.Target);
                }
            }
        }
    }
}

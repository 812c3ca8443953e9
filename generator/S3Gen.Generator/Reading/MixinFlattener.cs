using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>Gives shapes what their mixins have: members before their own, traits that are not local, and the lists of services and operations.</summary>
/// <seealso href="https://smithy.io/2.0/spec/mixins.html"/>
internal sealed class MixinFlattener(Dictionary<string, Shape> shapes, JsonTree tree, DiagnosticBag diagnostics)
{
    private readonly HashSet<string> _done = [];
    private readonly HashSet<string> _open = [];

    public void Flatten()
    {
        foreach (string id in shapes.Keys.OrderBy(id => id, StringComparer.Ordinal).ToArray())
        {
            Flatten(id);
        }
    }

    private void Flatten(string id)
    {
        Shape shape = shapes[id];
        if (shape.Mixins.Count == 0 || _done.Contains(id))
        {
            return;
        }

        _open.Add(id);
        foreach (string target in shape.Mixins)
        {
            if (!shapes.ContainsKey(target))
            {
                diagnostics.Add(DiagnosticCatalog.UnresolvedTarget, tree.Path, tree.PositionOf("shapes", id, "mixins"), id, target);
            }
            else if (_open.Contains(target))
            {
                diagnostics.Add(DiagnosticCatalog.MalformedShape, tree.Path, tree.PositionOf("shapes", id, "mixins"), id, $"it is, by way of '{target}', a mixin of itself");
            }
            else
            {
                Flatten(target);
            }
        }

        shapes[id] = shape.Mixins.Where(shapes.ContainsKey).Reverse().Aggregate(shape, (mixed, mixin) => Mix(mixed, shapes[mixin]));
        _open.Remove(id);
        _done.Add(id);
    }

    /// <summary>What the shape has itself wins; a member that both have is one, with the traits of both.</summary>
    private static Shape Mix(Shape shape, Shape mixin)
    {
        IEnumerable<Member> inherited = mixin.Members.Select(member =>
            shape.Find(member.Name) is { } own ? own with { Traits = member.Traits.With(own.Traits) } : member);
        return shape with
        {
            Members = inherited.Concat(shape.Members.Where(member => mixin.Find(member.Name) is null)).ToEquatableArray(),
            Traits = Inherited(mixin).With(shape.Traits),
            Input = shape.Input ?? mixin.Input,
            Output = shape.Output ?? mixin.Output,
            Errors = mixin.Errors.Union(shape.Errors).ToEquatableArray(),
            Operations = mixin.Operations.Union(shape.Operations).ToEquatableArray(),
            Version = shape.Version ?? mixin.Version,
        };
    }

    private static TraitSet Inherited(Shape mixin)
    {
        HashSet<string> local = [TraitIds.Mixin, .. mixin.Traits[TraitIds.Mixin]?["localTraits"]?.Strings() ?? default];
        return mixin.Traits.Without(local);
    }
}

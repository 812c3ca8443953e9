namespace S3Gen.Generator.Model;

/// <summary>The traits of a shape or a member, by their absolute id.</summary>
internal sealed record TraitSet(EquatableArray<NodeProperty> Items)
{
    public static readonly TraitSet Empty = new(EquatableArray<NodeProperty>.Empty);

    public Node? this[string id]
    {
        get
        {
            foreach (NodeProperty item in Items)
            {
                if (item.Name == id)
                {
                    return item.Value;
                }
            }

            return null;
        }
    }

    public bool Has(string id) => this[id] is not null;

    public string? Text(string id) => this[id]?.AsString();

    /// <summary>These traits but for those with the given ids.</summary>
    public TraitSet Without(HashSet<string> ids) => new(Items.Where(item => !ids.Contains(item.Name)).ToEquatableArray());

    /// <summary>These traits, with those of <paramref name="overrides"/> in place of the ones that bear the same id.</summary>
    public TraitSet With(TraitSet overrides) =>
        Items.Count == 0 ? overrides : new(Items.Where(item => !overrides.Has(item.Name)).Concat(overrides.Items).ToEquatableArray());
}

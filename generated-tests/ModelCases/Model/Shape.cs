namespace S3Gen.ModelCases.Model;

/// <summary>A shape that holds values.</summary>
public sealed class Shape(string id, ShapeType type)
{
    private readonly List<Member> _members = [];

    public string Id => id;

    public ShapeType Type => type;

    /// <summary>The part of the id after the namespace.</summary>
    public string Name { get; } = id[(id.IndexOf('#', StringComparison.Ordinal) + 1)..];

    public TraitSet Traits { get; } = new();

    /// <summary>In the order of the model. A list has one, <c>member</c>; a map has two, <c>key</c> and <c>value</c>.</summary>
    public IReadOnlyList<Member> Members => _members;

    public bool IsStructure => type is ShapeType.Structure or ShapeType.Union;

    /// <summary>The member of a list, or the value of a map.</summary>
    public Member Element => _members[^1];

    /// <summary>An event stream, where a union is a payload.</summary>
    public bool IsEventStream => type == ShapeType.Union && Traits.Has(Model.Traits.Streaming);

    public Member? FindMember(string name) => _members.Find(member => member.Name == name);

    public override string ToString() => id;

    internal void Add(Member member) => _members.Add(member);
}

using System.Text;
using System.Text.Json;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Synthesis;

/// <summary>
/// Makes valid values of shapes. No two scalars of a value are alike where their types allow it, so that members which change places
/// are noticed. The same model gives the same values.
/// </summary>
/// <param name="variant">Which member unions take: the n-th of each, counted round.</param>
public sealed class ValueSynthesizer(int variant = 0)
{
    private static readonly DateTimeOffset FirstTime = new(2026, 7, 1, 12, 30, 15, TimeSpan.Zero);

    private readonly HashSet<Shape> _open = [];
    private int _count;

    /// <summary>How many variants it takes until each member of each union that a shape reaches has had its turn.</summary>
    public static int Variants(Shape shape) => UnionSizes(shape, []).DefaultIfEmpty(1).Max();

    /// <summary>A structure with every member set; a shape within itself is left out.</summary>
    public StructureValue Full(Shape structure) => Build(structure, _ => true)!;

    /// <summary>A structure with its required members alone.</summary>
    public StructureValue Minimal(Shape structure) => Build(structure, member => member.IsRequired)!;

    private StructureValue? Build(Shape structure, Func<Member, bool> select)
    {
        if (!_open.Add(structure))
        {
            return null;
        }

        List<KeyValuePair<string, Value>> members = structure.Type == ShapeType.Union
            ? BuildUnion(structure, select)
            : [.. structure.Members.Where(select).Select(member => KeyValuePair.Create(member.Name, Build(member, select)!)).Where(pair => pair.Value is not null)];
        _open.Remove(structure);
        return new StructureValue(members);
    }

    private List<KeyValuePair<string, Value>> BuildUnion(Shape union, Func<Member, bool> select)
    {
        for (int i = 0; i < union.Members.Count; i++)
        {
            Member member = union.Members[(variant + i) % union.Members.Count];
            if (Build(member, select) is { } value)
            {
                return [new(member.Name, value)];
            }
        }

        return [];
    }

    private Value? Build(Member member, Func<Member, bool> select) => Build(member, member, select);

    /// <summary>Builds a value of a member, or of an element of the list or map that the member <paramref name="place"/> is.</summary>
    private Value? Build(Member member, Member place, Func<Member, bool> select) => member.Target.Type switch
    {
        ShapeType.Union when member.Target.IsEventStream && member.Traits.Has(Traits.HttpPayload) => BuildEvents(member.Target, select),
        ShapeType.Structure or ShapeType.Union => Build(member.Target, select),
        ShapeType.List => new ListValue(Twice(() => Build(member.Target.Element, place, select))),
        ShapeType.Map => new MapValue([.. Twice(() => Build(member.Target.Element, place, select)).Select(value => KeyValuePair.Create($"key-{++_count}", value))]),
        _ => BuildScalar(member, place),
    };

    /// <summary>One event of each kind, in the order of the model.</summary>
    private ListValue BuildEvents(Shape union, Func<Member, bool> select) =>
        new([.. union.Members.Select(member => new StructureValue([new(member.Name, Build(member, select)!)]))]);

    private static Value[] Twice(Func<Value?> build) => build() is { } first && build() is { } second ? [first, second] : [];

    private Value BuildScalar(Member member, Member place)
    {
        int number = ++_count;
        return member.Target.Type switch
        {
            ShapeType.Boolean => new BooleanValue(number % 2 == 0),
            ShapeType.String => new TextValue(TextSynthesizer.Make(member, place, number)),
            ShapeType.Enum => new TextValue(EnumValues(member.Target)[number % member.Target.Members.Count].GetString()!),
            ShapeType.IntEnum => new IntegerValue(EnumValues(member.Target)[number % member.Target.Members.Count].GetInt32()),
            ShapeType.Float or ShapeType.Double or ShapeType.BigDecimal => new RealValue(number + 0.25),
            ShapeType.Timestamp => new TimestampValue(FirstTime.AddHours(number)),
            ShapeType.Blob => new BlobValue(MakeBytes(member, number)),
            ShapeType.Long or ShapeType.BigInteger => new IntegerValue(InRange(member, number + 5_000_000_000)),
            ShapeType.Byte => new IntegerValue(InRange(member, number % 100)),
            _ => new IntegerValue(InRange(member, number)),
        };
    }

    private static JsonElement[] EnumValues(Shape shape) =>
        [.. shape.Members.Select(member => member.Traits[Traits.EnumValue] ?? JsonSerializer.SerializeToElement(member.Name))];

    /// <summary>A streamed blob has bytes of all values and spans several reads; others are short.</summary>
    private static byte[] MakeBytes(Member member, int number) => member.IsStreamingBlob
        ? [.. Enumerable.Range(0, 100_000).Select(i => (byte)((i * 31) + number))]
        : Encoding.UTF8.GetBytes($"blob {number} \0ÿ");

    private static long InRange(Member member, long number)
    {
        JsonElement? min = member.Traits.Field(Traits.Range, "min") ?? member.Target.Traits.Field(Traits.Range, "min");
        JsonElement? max = member.Traits.Field(Traits.Range, "max") ?? member.Target.Traits.Field(Traits.Range, "max");
        return Math.Clamp(number, min?.GetInt64() ?? long.MinValue, max?.GetInt64() ?? long.MaxValue);
    }

    private static IEnumerable<int> UnionSizes(Shape shape, HashSet<Shape> seen)
    {
        if (!seen.Add(shape))
        {
            return [];
        }

        IEnumerable<int> own = shape.Type == ShapeType.Union && !shape.IsEventStream ? [shape.Members.Count] : [];
        return own.Concat(shape.Members.Where(_ => shape.Type != ShapeType.Enum).SelectMany(member => UnionSizes(member.Target, seen)));
    }
}

using System.Globalization;
using System.Text;
using S3Gen.ModelCases.Model;

namespace S3Gen.ModelCases.Values;

/// <summary>
/// Brings a value that another model of the same service describes into the form that our model gives it: a number where text is due
/// becomes text, a timestamp where text is due an http-date, null in a structure is left out.
/// </summary>
public static class ValueConformer
{
    public static StructureValue Conform(StructureValue value, Shape structure)
    {
        List<KeyValuePair<string, Value>> members = [];
        foreach ((string name, Value member) in value.Members)
        {
            Member declared = structure.FindMember(name) ?? throw new CaseException($"{structure.Name} has no member '{name}'");
            if (member is not NullValue)
            {
                members.Add(new(name, Conform(member, declared.Target)));
            }
        }

        return new StructureValue(members);
    }

    public static Value Conform(Value value, Shape shape) => (shape.Type, value) switch
    {
        (_, NullValue) => value,
        (ShapeType.Structure or ShapeType.Union, StructureValue structure) => Conform(structure, shape),
        (ShapeType.List, ListValue list) => new ListValue([.. list.Items.Select(item => Conform(item, shape.Element.Target))]),
        (ShapeType.Map, StructureValue map) => ConformMap(map.Members, shape),
        (ShapeType.Map, MapValue map) => ConformMap(map.Entries, shape),
        (ShapeType.String or ShapeType.Enum, _) => new TextValue(TextOf(value)),
        (ShapeType.Timestamp, IntegerValue seconds) => new TimestampValue(DateTimeOffset.FromUnixTimeSeconds((long)seconds.Number)),
        (ShapeType.Timestamp, RealValue seconds) => new TimestampValue(DateTimeOffset.UnixEpoch.AddTicks((long)Math.Round(seconds.Number * 1e7))),
        (ShapeType.Timestamp, TimestampValue) => value,
        (ShapeType.Blob, TextValue text) => new BlobValue(Encoding.UTF8.GetBytes(text.Text)),
        (ShapeType.Blob, BlobValue) => value,
        (ShapeType.Boolean, BooleanValue) => value,
        (ShapeType.Float, _) => new RealValue((float)RealOf(value, shape)),
        (ShapeType.Double or ShapeType.BigDecimal, _) => new RealValue(RealOf(value, shape)),
        (ShapeType.Byte or ShapeType.Short or ShapeType.Integer or ShapeType.Long or ShapeType.BigInteger or ShapeType.IntEnum, _) =>
            new IntegerValue(IntegerOf(value, shape)),
        _ => throw Unfit(value, shape),
    };

    private static MapValue ConformMap(IReadOnlyList<KeyValuePair<string, Value>> entries, Shape shape) =>
        new([.. entries.Select(entry => KeyValuePair.Create(entry.Key, Conform(entry.Value, shape.Element.Target)))]);

    private static string TextOf(Value value) => value switch
    {
        TextValue text => text.Text,
        IntegerValue number => number.Number.ToString(CultureInfo.InvariantCulture),
        RealValue number => number.Number.ToString("R", CultureInfo.InvariantCulture),
        BooleanValue boolean => boolean.Boolean ? "true" : "false",
        TimestampValue time => time.Time.UtcDateTime.ToString("R", CultureInfo.InvariantCulture),
        _ => throw new CaseException($"text was due in place of {ValueText.Of(value)}"),
    };

    private static double RealOf(Value value, Shape shape) => value switch
    {
        RealValue real => real.Number,
        IntegerValue whole => (double)whole.Number,
        TextValue { Text: "NaN" } => double.NaN,
        TextValue { Text: "Infinity" } => double.PositiveInfinity,
        TextValue { Text: "-Infinity" } => double.NegativeInfinity,
        _ => throw Unfit(value, shape),
    };

    private static Int128 IntegerOf(Value value, Shape shape) => value switch
    {
        IntegerValue whole => whole.Number,
        TextValue text when Int128.TryParse(text.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out Int128 number) => number,
        _ => throw Unfit(value, shape),
    };

    private static CaseException Unfit(Value value, Shape shape) => new($"{ValueText.Of(value)} is no {shape.Type} ({shape.Name})");
}

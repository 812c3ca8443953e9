using System.Collections;
using System.Globalization;
using System.Numerics;
using System.Reflection;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;

namespace S3Gen.ModelCases.TypedValues;

/// <summary>Reads objects of the generated types back into values. What is unset in the object is not in the value.</summary>
public static class TypedReader
{
    /// <summary>Reads a structure or a union. Streams and event streams are not read: see <see cref="StreamReading"/>.</summary>
    public static StructureValue Read(object instance, Shape shape) => Read(instance, shape, member => member);

    /// <summary>Reads those members of an exception that have a property of their own.</summary>
    public static StructureValue ReadDeclared(object instance, Shape shape) =>
        Read(instance, shape, member => GeneratedTypes.TryFindProperty(instance.GetType(), member) is null ? null : member);

    private static StructureValue Read(object instance, Shape shape, Func<Member, Member?> select)
    {
        List<KeyValuePair<string, Value>> members = [];
        foreach (Member member in shape.Members.Select(select).OfType<Member>())
        {
            PropertyInfo property = GeneratedTypes.Property(instance.GetType(), member);
            if (property.GetValue(instance) is { } set and not Stream && !member.Target.IsEventStream)
            {
                members.Add(new(member.Name, ReadValue(set, member.Target)));
            }
        }

        return new StructureValue([.. members, .. ReadUnknown(instance, shape)]);
    }

    /// <summary>An event that the model lacks shows as the member <c>$unknown</c>. In documents, what the model lacks is not there.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> ReadUnknown(object instance, Shape shape) =>
        shape.IsEventStream && instance.GetType().GetProperty("UnknownMember")?.GetValue(instance) is string unknown
            ? [KeyValuePair.Create<string, Value>("$unknown", new TextValue(unknown))]
            : [];

    private static Value ReadValue(object? value, Shape shape) => (shape.Type, value) switch
    {
        (_, null) => NullValue.Instance,
        (ShapeType.List, IEnumerable items) => new ListValue([.. items.Cast<object?>().Select(item => ReadValue(item, shape.Element.Target))]),
        (ShapeType.Map, IEnumerable entries) => new MapValue([.. entries.Cast<object>().Select(entry => ReadEntry(entry, shape))]),
        (ShapeType.Structure or ShapeType.Union, _) => Read(value, shape),
        (ShapeType.Enum, _) => new TextValue((string)value.GetType().GetProperty("Value")!.GetValue(value)!),
        (_, string text) => new TextValue(text),
        (_, bool boolean) => new BooleanValue(boolean),
        (_, DateTimeOffset time) => new TimestampValue(time),
        (_, ReadOnlyMemory<byte> bytes) => new BlobValue(bytes),
        (_, float or double or decimal) => new RealValue(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        (_, BigInteger number) => new IntegerValue((Int128)number),
        _ => new IntegerValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
    };

    private static KeyValuePair<string, Value> ReadEntry(object entry, Shape shape)
    {
        Type pair = entry.GetType();
        return new((string)pair.GetProperty("Key")!.GetValue(entry)!, ReadValue(pair.GetProperty("Value")!.GetValue(entry), shape.Element.Target));
    }
}

using System.Collections;
using System.Globalization;
using System.Numerics;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;

namespace S3Gen.ModelCases.TypedValues;

/// <summary>Makes objects of the generated types from values.</summary>
public static class TypedBinder
{
    /// <summary>Makes a structure or a union and sets the properties of the members that the value has.</summary>
    public static object Bind(StructureValue value, Shape shape, Type type)
    {
        object instance = Activator.CreateInstance(type)!;
        foreach ((string name, Value memberValue) in value.Members)
        {
            Member member = shape.FindMember(name) ?? throw new CaseException($"{shape.Name} has no member '{name}'");
            System.Reflection.PropertyInfo property = GeneratedTypes.Property(type, member);
            property.SetValue(instance, Bind(memberValue, member.Target, property.PropertyType));
        }

        return instance;
    }

    private static object? Bind(Value value, Shape shape, Type declared)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        return value switch
        {
            NullValue => null,
            BooleanValue boolean => boolean.Boolean,
            IntegerValue number when type.IsEnum => Enum.ToObject(type, (int)number.Number),
            IntegerValue number when type == typeof(BigInteger) => (BigInteger)number.Number,
            IntegerValue number => Convert.ChangeType((decimal)number.Number, type, CultureInfo.InvariantCulture),
            RealValue number => Convert.ChangeType(number.Number, type, CultureInfo.InvariantCulture),
            TextValue text => type == typeof(string) ? text.Text : Activator.CreateInstance(type, text.Text),
            TimestampValue time => time.Time,
            BlobValue blob => type == typeof(RequestBody) ? RequestBody.FromBytes(blob.Bytes) : (object)blob.Bytes,
            ListValue list => BindList(list, shape, type),
            MapValue map => BindMap(map, shape, type),
            StructureValue structure => Bind(structure, shape, type),
            _ => throw new CaseException($"no {type.Name} can be made of {ValueText.Of(value)}"),
        };
    }

    private static IList BindList(ListValue list, Shape shape, Type type)
    {
        Type element = type.GetGenericArguments()[0];
        IList items = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(element))!;
        foreach (Value item in list.Items)
        {
            items.Add(Bind(item, shape.Element.Target, element));
        }

        return items;
    }

    private static IDictionary BindMap(MapValue map, Shape shape, Type type)
    {
        Type[] arguments = type.GetGenericArguments();
        IDictionary entries = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        foreach ((string key, Value entry) in map.Entries)
        {
            entries.Add(key, Bind(entry, shape.Element.Target, arguments[1]));
        }

        return entries;
    }
}

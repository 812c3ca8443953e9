using System.Globalization;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>Types of shapes and of what their members target.</summary>
internal static class ShapeCheck
{
    private static readonly HashSet<ShapeType> EventHeaderTypes =
    [
        ShapeType.Boolean, ShapeType.Byte, ShapeType.Short, ShapeType.Integer, ShapeType.IntEnum, ShapeType.Long, ShapeType.Blob, ShapeType.String,
        ShapeType.Enum, ShapeType.Timestamp,
    ];

    public static void Check(CheckContext context, Shape shape)
    {
        if (shape.Type is ShapeType.Document or ShapeType.Service or ShapeType.Resource)
        {
            context.Unsupported(shape, null, null, $"the type '{NameOf(shape.Type)}' here");
        }

        foreach (Member member in shape.Members)
        {
            CheckMember(context, shape, member);
        }

        if (shape.Type == ShapeType.Union && shape.Traits.Has(TraitIds.Streaming))
        {
            CheckEvents(context, shape);
        }

        if (shape.Type == ShapeType.Map && shape.Members.Count == 2 && context.Shapes[shape.Members[0].Target].Type is not (ShapeType.String or ShapeType.Enum))
        {
            context.Malformed(shape, shape.Members[0], null, "the keys of a map have to be strings");
        }
    }

    private static void CheckMember(CheckContext context, Shape shape, Member member)
    {
        Shape target = context.Shapes[member.Target];
        if (shape.Type is ShapeType.Enum or ShapeType.IntEnum)
        {
            CheckEnumValue(context, shape, member);
        }
        else if (target.Type is ShapeType.Document)
        {
            context.Unsupported(shape, member, null, "a document");
        }
        else if (target.Type is ShapeType.Operation or ShapeType.Service or ShapeType.Resource)
        {
            context.Malformed(shape, member, null, $"a member cannot target the {NameOf(target.Type)} '{target.Id}'");
        }
        else if (target.Type == ShapeType.Union && target.Traits.Has(TraitIds.Streaming) && !member.Traits.Has(TraitIds.HttpPayload))
        {
            context.InvalidBinding(shape, member, null, "an event stream has to be the payload of a message");
        }
        else if (member.Traits.Has(TraitIds.XmlAttribute) && target.Type is ShapeType.Structure or ShapeType.Union or ShapeType.List or ShapeType.Map)
        {
            context.InvalidBinding(shape, member, TraitIds.XmlAttribute, "an attribute has to be a simple type");
        }
        else if (member.Traits.Has(TraitIds.EventHeader) && !EventHeaderTypes.Contains(target.Type))
        {
            context.InvalidBinding(shape, member, TraitIds.EventHeader, $"a header of an event cannot be a {NameOf(target.Type)}");
        }
    }

    private static void CheckEvents(CheckContext context, Shape union)
    {
        foreach (Member member in union.Members)
        {
            if (context.Shapes[member.Target].Type != ShapeType.Structure)
            {
                context.Malformed(union, member, null, "an event has to be a structure");
            }
        }

        if (union.Traits[TraitIds.FinalEvent]?["name"]?.AsString() is { } final && union.Find(final) is null)
        {
            context.Malformed(union, null, TraitIds.FinalEvent, $"it has no event '{final}'");
        }
    }

    private static void CheckEnumValue(CheckContext context, Shape shape, Member member)
    {
        Node? value = member.Traits[TraitIds.EnumValue];
        bool isNumber = value is NumberNode number && int.TryParse(number.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
        if (shape.Type == ShapeType.IntEnum && !isNumber)
        {
            context.Malformed(shape, member, TraitIds.EnumValue, "a value of an intEnum has to be an integer of 32 bits");
        }

        if (shape.Type == ShapeType.Enum && value is not (null or StringNode))
        {
            context.Malformed(shape, member, TraitIds.EnumValue, "a value of an enum has to be a string");
        }
    }

    private static string NameOf(ShapeType type) => type.ToString().ToLowerInvariant();
}

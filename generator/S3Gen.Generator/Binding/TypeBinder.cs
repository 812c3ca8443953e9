using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>Shapes to C# types.</summary>
internal sealed class TypeBinder(BindingContext context)
{
    /// <summary>Binds the type of a member; <paramref name="defaultFormat"/> is the timestamp format of its place in the message.</summary>
    public TypeBinding Bind(string target, TraitSet memberTraits, string defaultFormat, bool isPayload, bool isSent)
    {
        Shape shape = context.Shapes[target];
        switch (shape.Type)
        {
            case ShapeType.List:
                ElementBinding element = BindElement(shape.Members[0], defaultFormat, isSent);
                bool sparseList = shape.Traits.Has(TraitIds.Sparse);
                return Simple(TypeKind.List, $"IReadOnlyList<{element.NameIn(sparseList)}>") with { Element = element, IsSparse = sparseList };
            case ShapeType.Map:
                ElementBinding value = BindElement(shape.Members[1], defaultFormat, isSent);
                bool sparseMap = shape.Traits.Has(TraitIds.Sparse);
                return Simple(TypeKind.Map, $"IReadOnlyDictionary<string, {value.NameIn(sparseMap)}>") with
                {
                    Key = BindElement(shape.Members[0], defaultFormat, isSent), Element = value, IsSparse = sparseMap,
                };
            case ShapeType.Union when isPayload && shape.Traits.Has(TraitIds.Streaming):
                return Simple(TypeKind.EventStream, $"EventStream<{BindingContext.TypeName(shape)}>");
            case ShapeType.Structure or ShapeType.Union:
                return BindStructure(shape);
            case ShapeType.Enum:
                return Simple(TypeKind.Enum, BindingContext.TypeName(shape)) with { IsStrict = context.Target.IsServer };
            case ShapeType.IntEnum:
                return Simple(TypeKind.IntEnum, BindingContext.TypeName(shape));
            case ShapeType.Timestamp:
                string format = memberTraits.Text(TraitIds.TimestampFormat) ?? shape.Traits.Text(TraitIds.TimestampFormat) ?? defaultFormat;
                return Simple(TypeKind.Timestamp, "DateTimeOffset") with { TimestampFormat = FormatName(format) };
            case ShapeType.Blob:
                return BindBlob(shape, memberTraits, isPayload, isSent);
            default:
                (TypeKind kind, string name) = Scalar(shape.Type);
                string? mediaType = kind == TypeKind.String ? MediaType(shape, memberTraits) : null;
                return Simple(kind, name) with { MediaType = mediaType };
        }
    }

    private static TypeBinding Simple(TypeKind kind, string name) => new() { Kind = kind, Name = name };

    private static TypeBinding BindBlob(Shape shape, TraitSet memberTraits, bool isPayload, bool isSent)
    {
        bool streaming = isPayload && (shape.Traits.Has(TraitIds.Streaming) || memberTraits.Has(TraitIds.Streaming));
        string name = !streaming ? "ReadOnlyMemory<byte>" : isSent ? "RequestBody" : "Stream";
        return Simple(streaming ? TypeKind.StreamingBlob : TypeKind.Blob, name) with { MediaType = MediaType(shape, memberTraits) };
    }

    private static string? MediaType(Shape shape, TraitSet memberTraits) =>
        memberTraits.Text(TraitIds.MediaType) ?? shape.Traits.Text(TraitIds.MediaType);

    private static TypeBinding BindStructure(Shape shape) =>
        Simple(shape.Type == ShapeType.Union ? TypeKind.Union : TypeKind.Structure, BindingContext.TypeName(shape)) with
        {
            HasXmlAttributes = shape.Members.Any(member => member.Traits.Has(TraitIds.XmlAttribute)),
            RootName = shape.Traits.Text(TraitIds.XmlName) ?? shape.Name,
            Namespace = XmlNamespaces.AttributeText(shape.Traits),
        };

    private ElementBinding BindElement(Member member, string defaultFormat, bool isSent) =>
        new(
            Bind(member.Target, member.Traits, defaultFormat, isPayload: false, isSent),
            member.Traits.Text(TraitIds.XmlName) ?? member.Name,
            XmlNamespaces.AttributeText(member.Traits));

    private static (TypeKind Kind, string Name) Scalar(ShapeType type) => type switch
    {
        ShapeType.Boolean => (TypeKind.Boolean, "bool"),
        ShapeType.Byte => (TypeKind.Byte, "sbyte"),
        ShapeType.Short => (TypeKind.Short, "short"),
        ShapeType.Integer => (TypeKind.Integer, "int"),
        ShapeType.Long => (TypeKind.Long, "long"),
        ShapeType.Float => (TypeKind.Float, "float"),
        ShapeType.Double => (TypeKind.Double, "double"),
        ShapeType.BigInteger => (TypeKind.BigInteger, "BigInteger"),
        ShapeType.BigDecimal => (TypeKind.BigDecimal, "decimal"),
        _ => (TypeKind.String, "string"),
    };

    private static string FormatName(string format) => format switch
    {
        "http-date" => "HttpDate",
        "epoch-seconds" => "EpochSeconds",
        _ => "DateTime",
    };
}

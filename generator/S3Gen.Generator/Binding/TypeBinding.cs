using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

internal enum TypeKind
{
    String,
    Enum,
    IntEnum,
    Boolean,
    Byte,
    Short,
    Integer,
    Long,
    Float,
    Double,
    BigInteger,
    BigDecimal,
    Timestamp,
    Blob,
    StreamingBlob,
    EventStream,
    Structure,
    Union,
    List,
    Map,
}

/// <summary>The C# type of a member and all that marshalling a value of it needs; nothing points back into the model.</summary>
internal sealed record TypeBinding
{
    public required TypeKind Kind { get; init; }

    /// <summary>The C# type, without a nullable mark.</summary>
    public required string Name { get; init; }

    /// <summary>Name of the member of <c>TimestampFormat</c>, of a timestamp.</summary>
    public string? TimestampFormat { get; init; }

    /// <summary>A string with a media type travels in headers as base64.</summary>
    public string? MediaType { get; init; }

    /// <summary>The structure writes XML attributes into its start tag.</summary>
    public bool HasXmlAttributes { get; init; }

    /// <summary>The structure's own <c>xmlName</c>, else its shape's name: the root element where it is a payload.</summary>
    public string? RootName { get; init; }

    /// <summary>The structure's own <c>xmlNamespace</c>, as attribute text.</summary>
    public string? Namespace { get; init; }

    /// <summary>Key of a map.</summary>
    public ElementBinding? Key { get; init; }

    /// <summary>Element of a list, value of a map.</summary>
    public ElementBinding? Element { get; init; }

    /// <summary>A list or map that may hold null.</summary>
    public bool IsSparse { get; init; }

    /// <summary>An enum that is read refuses values that the model has not: a server's.</summary>
    public bool IsStrict { get; init; }

    public bool IsValueType => Kind is TypeKind.Enum or TypeKind.IntEnum or TypeKind.Boolean or TypeKind.Byte or TypeKind.Short or TypeKind.Integer
        or TypeKind.Long or TypeKind.Float or TypeKind.Double or TypeKind.BigInteger or TypeKind.BigDecimal or TypeKind.Timestamp or TypeKind.Blob;

    public bool IsCollection => Kind is TypeKind.List or TypeKind.Map;

    public bool IsStreaming => Kind is TypeKind.StreamingBlob or TypeKind.EventStream;
}

/// <summary>An element of a list, or a key or value of a map, with its XML form.</summary>
internal sealed record ElementBinding(TypeBinding Type, string XmlName, string Namespace)
{
    /// <summary>How the element type is written in C#, nullable where the collection is sparse.</summary>
    public string NameIn(bool sparse) => sparse ? Type.Name + "?" : Type.Name;
}

/// <summary>Attribute text for namespaces: <c> xmlns="…"</c>, with its leading space.</summary>
internal static class XmlNamespaces
{
    public static string AttributeText(TraitSet traits)
    {
        if (traits[TraitIds.XmlNamespace] is not { } trait || trait["uri"]?.AsString() is not { } uri)
        {
            return string.Empty;
        }

        string prefix = trait["prefix"]?.AsString() is { Length: > 0 } given ? ":" + given : string.Empty;
        return $" xmlns{prefix}=\"{uri}\"";
    }
}

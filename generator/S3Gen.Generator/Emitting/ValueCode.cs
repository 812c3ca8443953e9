using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>Expressions that turn values into text and text into values.</summary>
internal static class ValueCode
{
    /// <summary>A value that is not null as text.</summary>
    public static string ToText(TypeBinding type, string value) => type.Kind switch
    {
        TypeKind.String => value,
        TypeKind.Enum => $"{value}.Value",
        TypeKind.IntEnum => $"((int){value}).ToString(CultureInfo.InvariantCulture)",
        TypeKind.Boolean => $"({value} ? \"true\" : \"false\")",
        TypeKind.Float or TypeKind.Double => $"Numbers.Format({value})",
        TypeKind.Timestamp => $"Timestamps.Format({value}, TimestampFormat.{type.TimestampFormat})",
        TypeKind.Blob => $"Convert.ToBase64String({value}.Span)",
        _ => $"{value}.ToString(CultureInfo.InvariantCulture)",
    };

    /// <summary>The value of the XML element that was just opened.</summary>
    public static string FromElement(TypeBinding type) => type.Kind switch
    {
        TypeKind.String => "reader.ReadString()",
        TypeKind.Enum when type.IsStrict => $"{type.Name}Xml.Parse(reader.ReadToken())",
        TypeKind.Enum => $"new {type.Name}(reader.ReadToken())",
        TypeKind.IntEnum => $"({type.Name})reader.ReadInt32()",
        TypeKind.Boolean => "reader.ReadBoolean()",
        TypeKind.Byte => "checked((sbyte)reader.ReadInt32())",
        TypeKind.Short => "checked((short)reader.ReadInt32())",
        TypeKind.Integer => "reader.ReadInt32()",
        TypeKind.Long => "reader.ReadInt64()",
        TypeKind.Float => "reader.ReadSingle()",
        TypeKind.Double => "reader.ReadDouble()",
        TypeKind.BigInteger => "Numbers.ParseBigInteger(reader.ReadString())",
        TypeKind.BigDecimal => "Numbers.ParseDecimal(reader.ReadString())",
        TypeKind.Timestamp => $"reader.ReadTimestamp(TimestampFormat.{type.TimestampFormat})",
        TypeKind.Blob => "reader.ReadBlob()",
        _ => $"{type.Name}Xml.Read(ref reader)",
    };

    /// <summary>The value of a response header.</summary>
    public static string FromHeader(TypeBinding type) => type.Kind switch
    {
        TypeKind.String when type.MediaType is not null => "header.ReadBase64Text()",
        TypeKind.String => "header.Value",
        TypeKind.Enum => $"new {type.Name}(header.Value)",
        TypeKind.IntEnum => $"({type.Name})header.ReadInt32()",
        TypeKind.Boolean => "header.ReadBoolean()",
        TypeKind.Byte => "checked((sbyte)header.ReadInt32())",
        TypeKind.Short => "checked((short)header.ReadInt32())",
        TypeKind.Integer => "header.ReadInt32()",
        TypeKind.Long => "header.ReadInt64()",
        TypeKind.Float => "header.ReadSingle()",
        TypeKind.Double => "header.ReadDouble()",
        TypeKind.Timestamp => $"header.ReadTimestamp(TimestampFormat.{type.TimestampFormat})",
        TypeKind.Blob => "header.ReadBlob()",
        TypeKind.List => HeaderList(type.Element!.Type),
        _ => "header.Value",
    };

    /// <summary>Text of an attribute or a list item as a value.</summary>
    public static string FromText(TypeBinding type, string text) => type.Kind switch
    {
        TypeKind.Enum => $"new {type.Name}({text})",
        TypeKind.IntEnum => $"({type.Name})Numbers.ParseInt32({text})",
        TypeKind.Boolean => $"Numbers.ParseBoolean({text})",
        TypeKind.Byte => $"checked((sbyte)Numbers.ParseInt32({text}))",
        TypeKind.Short => $"checked((short)Numbers.ParseInt32({text}))",
        TypeKind.Integer => $"Numbers.ParseInt32({text})",
        TypeKind.Long => $"Numbers.ParseInt64({text})",
        TypeKind.Float => $"Numbers.ParseSingle({text})",
        TypeKind.Double => $"Numbers.ParseDouble({text})",
        TypeKind.BigInteger => $"Numbers.ParseBigInteger({text})",
        TypeKind.BigDecimal => $"Numbers.ParseDecimal({text})",
        TypeKind.Timestamp => $"Numbers.ParseTimestamp({text}, TimestampFormat.{type.TimestampFormat})",
        TypeKind.Blob => $"Numbers.ParseBase64({text})",
        _ => text,
    };

    private static string HeaderList(TypeBinding element) => element.Kind switch
    {
        TypeKind.String => "header.ReadList()",
        TypeKind.Timestamp => $"header.ReadTimestampList(TimestampFormat.{element.TimestampFormat})",
        _ => $"header.ReadList(static text => {FromText(element, "text")})",
    };
}

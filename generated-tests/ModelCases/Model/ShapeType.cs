using System.Diagnostics.CodeAnalysis;

namespace S3Gen.ModelCases.Model;

/// <summary>The types of the Smithy AST that hold values.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The names are those of Smithy.")]
public enum ShapeType
{
    Blob,
    Boolean,
    String,
    Enum,
    IntEnum,
    Byte,
    Short,
    Integer,
    Long,
    BigInteger,
    Float,
    Double,
    BigDecimal,
    Timestamp,
    Document,
    List,
    Map,
    Structure,
    Union,
}

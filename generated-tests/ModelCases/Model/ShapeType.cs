namespace S3Gen.ModelCases.Model;

/// <summary>The types of the Smithy AST that hold values.</summary>
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

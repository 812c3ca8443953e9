namespace S3Gen.Runtime.CodeGen;

/// <summary>The types of the headers of event messages, by their numbers on the wire.</summary>
internal enum EventHeaderType : byte
{
    True = 0,
    False = 1,
    Byte = 2,
    Short = 3,
    Integer = 4,
    Long = 5,
    ByteArray = 6,
    String = 7,
    Timestamp = 8,
    Uuid = 9,
}

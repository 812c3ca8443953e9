namespace S3Gen.ModelCases.Values;

/// <summary>A value of the model, free of C# types of the client and of any wire format.</summary>
public abstract record Value;

public sealed record NullValue : Value
{
    public static NullValue Instance { get; } = new();
}

public sealed record BooleanValue(bool Boolean) : Value;

/// <summary>A whole number of any size.</summary>
public sealed record IntegerValue(Int128 Number) : Value;

/// <summary>A number that need not be whole; NaN equals NaN.</summary>
public sealed record RealValue(double Number) : Value;

/// <summary>Text, and a member of an enum.</summary>
public sealed record TextValue(string Text) : Value;

public sealed record TimestampValue(DateTimeOffset Time) : Value;

public sealed record BlobValue(ReadOnlyMemory<byte> Bytes) : Value;

public sealed record ListValue(IReadOnlyList<Value> Items) : Value;

/// <summary>A map, its entries in the order given.</summary>
public sealed record MapValue(IReadOnlyList<KeyValuePair<string, Value>> Entries) : Value;

/// <summary>A structure or a union: the members that are set, in the order given.</summary>
public sealed record StructureValue(IReadOnlyList<KeyValuePair<string, Value>> Members) : Value
{
    public static StructureValue Empty { get; } = new([]);

    public Value? this[string member] => Members.FirstOrDefault(pair => pair.Key == member).Value;

    /// <summary>The same structure with one member set to another value, or added.</summary>
    public StructureValue With(string member, Value value) => new([.. Without(member).Members, new(member, value)]);

    public StructureValue Without(string member) => new([.. Members.Where(pair => pair.Key != member)]);
}

namespace S3Gen.Presigning;

/// <summary>A condition of a policy; a range has two values.</summary>
internal readonly record struct PostCondition(PostConditionKind Kind, string Field, string Value, string? Upper = null)
{
    internal const string LengthField = "content-length-range";
}

internal enum PostConditionKind
{
    Equal,
    StartsWith,
    LengthRange,
}

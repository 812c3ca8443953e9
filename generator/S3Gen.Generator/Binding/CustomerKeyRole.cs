namespace S3Gen.Generator.Binding;

/// <summary>What a header is to a key that the caller provides.</summary>
internal enum CustomerKeyRole
{
    None,
    Key,
    Algorithm,
    Digest,
}

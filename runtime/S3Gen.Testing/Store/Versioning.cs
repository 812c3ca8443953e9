namespace S3Gen.Testing.Store;

/// <summary>Whether a bucket keeps what is overwritten and deleted.</summary>
internal enum Versioning
{
    Off,
    Enabled,
    Suspended,
}

namespace S3Gen.Transfer.Requests;

/// <summary>The object that is copied.</summary>
internal sealed record CopySource(string Bucket, string Key, CopyOptions Options)
{
    /// <summary>The form in which the header has it.</summary>
    internal string Header => ObjectKey.CopySource(Bucket, Key, Options.SourceVersionId);
}

namespace S3Cli.Failures;

/// <summary>A key, which whoever may write to the bucket chooses, cannot become a file in the folder.</summary>
internal sealed class UnsafeNameException(string rule) : Exception($"the key {rule}, and is not written as a file");

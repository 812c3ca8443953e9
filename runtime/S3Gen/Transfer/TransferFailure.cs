namespace S3Gen;

/// <summary>One of many objects whose transfer failed.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Cause">Why it failed.</param>
public sealed record TransferFailure(string Key, Exception Cause);

namespace S3Gen.Runtime.Sessions;

/// <summary>What sets the endpoints of directory buckets (S3 Express One Zone) apart.</summary>
internal static class DirectoryBuckets
{
    private const string SigningName = "s3express";

    /// <summary>Whether an endpoint serves them, be it with a session or without.</summary>
    internal static bool Contains(Endpoint endpoint) => endpoint.SigningScheme == SigningScheme.SigV4S3Express || endpoint.SigningName == SigningName;
}

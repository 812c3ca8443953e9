namespace S3Gen.Runtime;

/// <summary>How the requests to an endpoint are signed.</summary>
public enum SigningScheme
{
    /// <summary>AWS Signature Version 4, for one region.</summary>
    SigV4,

    /// <summary>AWS Signature Version 4A, asymmetric and for a set of regions: multi-region access points.</summary>
    SigV4a,

    /// <summary>Signature Version 4 with the credentials of a session with one directory bucket: S3 Express One Zone.</summary>
    SigV4S3Express,
}

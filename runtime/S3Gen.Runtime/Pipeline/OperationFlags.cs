using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What sets an operation apart from the plain exchange of a request and a response.</summary>
[Flags]
[EditorBrowsable(EditorBrowsableState.Never)]
public enum OperationFlags
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>A response of status 200 may carry an error document; its body is looked into before it counts as a success.</summary>
    ErrorInSuccess = 1,

    /// <summary>The service demands a checksum of the request's body; Content-MD5 is sent if the caller gave none.</summary>
    ChecksumRequired = 2,

    /// <summary>The body is never covered by the signature.</summary>
    UnsignedPayload = 4,

    /// <summary>Repeating the operation has the effect of doing it once, or does no harm: it is tried again even if it may have been carried out.</summary>
    Idempotent = 8,

    /// <summary>The service takes the request's body compressed with gzip.</summary>
    CompressRequest = 16,

    /// <summary>The body is content that the caller brings, of any length; not a document that the request's members make up.</summary>
    StreamingBody = 32,
}

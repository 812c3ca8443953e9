using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What becomes of the body of a successful response.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ResponseBodyKind
{
    /// <summary>It is ignored.</summary>
    None,

    /// <summary>It is read whole, at most 64 MiB, into pooled memory within the attempt: a body cut short is tried again.</summary>
    Buffered,

    /// <summary>It is handed to the caller as a stream, and never held in memory as a whole.</summary>
    Stream,

    /// <summary>
    /// The same, and what is missing of one that breaks off can be asked for: the operation takes <c>Range</c> and <c>If-Match</c>,
    /// and its responses tell the <c>ETag</c>.
    /// </summary>
    ResumableStream,
}

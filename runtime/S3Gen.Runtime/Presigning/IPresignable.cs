using System.ComponentModel;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime;

/// <summary>A request of which a client can make a presigned URL. Generated requests implement it; nobody else should.</summary>
public interface IPresignable
{
    /// <summary>The operation that the request belongs to.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    Operation Operation { get; }

    /// <summary>Checks the request and writes it.</summary>
    /// <param name="head">Where to; it must not be kept.</param>
    /// <exception cref="ArgumentException">The request breaks one of the model's rules.</exception>
    [EditorBrowsable(EditorBrowsableState.Never)]
    void Write(RequestHead head);
}

namespace S3Gen.Runtime.Signing;

/// <summary>The intermediate texts of a signature, as conformance suites list them; made by the code that signs.</summary>
/// <param name="CanonicalRequest">The canonical request.</param>
/// <param name="StringToSign">The string to sign.</param>
internal readonly record struct SigV4Stages(string CanonicalRequest, string StringToSign)
{
    /// <summary>The stages of <see cref="SigV4Signer.Sign"/>.</summary>
    internal static SigV4Stages OfHeader(in SigningRequest request)
    {
        SigV4Document document = new(stackalloc byte[SigV4Document.InitialSize]);
        document.WriteForHeader(request);
        SigV4Stages stages = new(document.CanonicalRequest, document.StringToSign);
        document.Dispose();
        return stages;
    }

    /// <summary>The stages of <see cref="SigV4Signer.Presign"/>.</summary>
    internal static SigV4Stages OfQuery(in SigningRequest request, TimeSpan expires)
    {
        SigV4Document document = new(stackalloc byte[SigV4Document.InitialSize]);
        document.WriteForQuery(request, (long)expires.TotalSeconds);
        SigV4Stages stages = new(document.CanonicalRequest, document.StringToSign);
        document.Dispose();
        return stages;
    }
}

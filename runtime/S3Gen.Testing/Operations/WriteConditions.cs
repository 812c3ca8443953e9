using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations;

/// <summary>Conditional writes: <c>If-None-Match: *</c> and <c>If-Match: etag</c>; S3 implements no other form.</summary>
internal static class WriteConditions
{
    internal static WriteCondition Read(S3Call call)
    {
        string? ifNoneMatch = call.Header("If-None-Match");
        string? ifMatch = call.Header("If-Match");
        if (ifNoneMatch is not (null or "*") || (ifNoneMatch is not null && ifMatch is not null))
        {
            throw Faults.NotImplemented("If-None-Match");
        }
        return ifMatch is null && ifNoneMatch is null ? WriteCondition.None : new WriteCondition(ifMatch, ifNoneMatch is not null);
    }
}

namespace S3Gen.Contract.Tests.Stubs;

/// <summary>What a client sends of its own: HTTP's headers, those of signing, and checksums where the operation has them.</summary>
internal static class ClientHeaders
{
    private static readonly HashSet<string> Always =
    [
        "host", "user-agent", "content-length", "expect", "traceparent",
        "authorization", "x-amz-date", "x-amz-content-sha256", "amz-sdk-invocation-id", "amz-sdk-request",
    ];

    public static bool MayAdd(OperationShape operation, string header) =>
        Always.Contains(header)
        || (HasChecksum(operation) && (header is "content-md5" || header.StartsWith("x-amz-checksum-", StringComparison.Ordinal)))
        || (header is "content-type" && operation.Input.Members.Any(member => member.Traits.Has(Traits.HttpPayload)));

    private static bool HasChecksum(OperationShape operation) =>
        operation.Traits.Has(Traits.HttpChecksum) || operation.Traits.Has(Traits.HttpChecksumRequired);
}

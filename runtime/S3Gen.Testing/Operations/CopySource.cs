using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Encrypting;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations;

/// <summary>The object that <c>x-amz-copy-source</c> names: <c>bucket/key</c>, URL-encoded, with an optional <c>?versionId=</c>.</summary>
internal sealed record CopySource(Bucket Bucket, ObjectVersion Version, string? VersionId)
{
    internal const string Header = "x-amz-copy-source";

    private const string VersionSeparator = "?versionId=";

    /// <summary>Finds the source and holds it against the copy's conditions.</summary>
    internal static CopySource Find(S3Call call, ObjectStore store)
    {
        string header = call.Header(Header) ?? "";
        if (header.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw Faults.NotImplemented(Header);
        }
        int separator = header.LastIndexOf(VersionSeparator, StringComparison.Ordinal);
        string? versionId = separator < 0 ? null : ObjectLookup.Validate(PercentEncoding.Decode(header.AsSpan(separator + VersionSeparator.Length)));
        string path = PercentEncoding.Decode(separator < 0 ? header : header.AsSpan(0, separator));
        path = path.StartsWith('/') ? path[1..] : path;
        int slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == path.Length - 1)
        {
            throw Faults.InvalidArgument("Copy Source must mention the source bucket and key: sourcebucket/sourcekey", Header, header);
        }
        string key = path[(slash + 1)..];
        Bucket bucket = store.Bucket(path[..slash]);
        ObjectVersion? found = bucket.Find(key, versionId);
        if (found is { IsDeleteMarker: true } && versionId is not null)
        {
            throw Faults.InvalidRequest("The source of a copy request may not specifically refer to a delete marker by version id.");
        }
        ObjectVersion version = ObjectLookup.Require(found, key, versionId);
        CustomerKey.RequireOfSource(call, version.Settings.Encryption);
        ReadConditions.OfCopySource(call).RequireAll(version);
        call.SetHeader("x-amz-copy-source-version-id", bucket.Versioning == Versioning.Off ? null : version.VersionId);
        return new CopySource(bucket, version, versionId);
    }
}

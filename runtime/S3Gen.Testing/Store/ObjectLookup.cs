using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Store;

/// <summary>Version ids, and what S3 answers when a key or a version is not an object.</summary>
internal static class ObjectLookup
{
    private const int VersionIdLength = 32;
    private const string VersionIdAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._";

    internal static string NewVersionId() => RandomNumberGenerator.GetString(VersionIdAlphabet, VersionIdLength);

    /// <summary>Checks the form of a <c>versionId</c> that a client sent; null means that it sent none.</summary>
    internal static string? Validate(string? versionId) => versionId switch
    {
        null or ObjectVersion.NullId => versionId,
        "" => throw Faults.InvalidArgument("Version id cannot be the empty string", "versionId", ""),
        { Length: VersionIdLength } => versionId,
        _ => throw Faults.InvalidVersionId(versionId),
    };

    /// <summary>Passes an object through; a delete marker is 404 where it hides the key and 405 where it was asked for by id.</summary>
    internal static ObjectVersion Require([NotNull] ObjectVersion? version, string key, string? versionId)
    {
        if (version is null)
        {
            throw versionId is null ? Faults.NoSuchKey(key) : Faults.NoSuchVersion(key, versionId);
        }
        if (!version.IsDeleteMarker)
        {
            return version;
        }
        S3Fault fault = versionId is null
            ? Faults.NoSuchKey(key)
            : Faults.MethodNotAllowed("GET", "DeleteMarker")
                .WithHeader("Allow", "DELETE")
                .WithHeader("Last-Modified", version.LastModified.ToString("R", CultureInfo.InvariantCulture));
        throw fault.WithHeader("x-amz-delete-marker", "true").WithHeader("x-amz-version-id", version.VersionId);
    }
}

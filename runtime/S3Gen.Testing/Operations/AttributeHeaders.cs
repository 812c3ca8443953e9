using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations;

/// <summary>The headers that travel with an object: read from a write, given back on a read.</summary>
internal static class AttributeHeaders
{
    private const string MetadataPrefix = "x-amz-meta-";
    private const int MaxMetadata = 2048;
    private const string DefaultContentType = "binary/octet-stream";

    private static readonly string[] Names =
        ["Content-Type", "Cache-Control", "Content-Disposition", "Content-Encoding", "Content-Language", "Expires", "x-amz-website-redirect-location"];

    private static readonly string[] StorageClasses =
        ["STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "DEEP_ARCHIVE", "GLACIER_IR"];

    private static readonly (string Parameter, string Header)[] Overrides =
    [
        ("response-content-type", "Content-Type"),
        ("response-cache-control", "Cache-Control"),
        ("response-content-disposition", "Content-Disposition"),
        ("response-content-encoding", "Content-Encoding"),
        ("response-content-language", "Content-Language"),
        ("response-expires", "Expires"),
    ];

    internal static ObjectAttributes Read(S3Call call)
    {
        List<KeyValuePair<string, string>> headers = [];
        foreach (string name in Names)
        {
            string? value = name == "Content-Encoding" ? WithoutAwsChunked(call.Header(name)) : call.Header(name);
            if (value is not null)
            {
                headers.Add(new(name, value));
            }
        }
        return new ObjectAttributes { Headers = headers, Metadata = ReadMetadata(call), StorageClass = ReadStorageClass(call) ?? "STANDARD" };
    }

    /// <summary>The storage class that a request names, if it names one.</summary>
    internal static string? ReadStorageClass(S3Call call)
    {
        string? storageClass = call.Header("x-amz-storage-class");
        return storageClass is null || StorageClasses.Contains(storageClass) ? storageClass : throw Faults.InvalidStorageClass(storageClass);
    }

    internal static void Write(S3Call call, ObjectVersion version)
    {
        call.SetHeader("Content-Type", DefaultContentType);
        foreach ((string name, string value) in version.Attributes.Headers)
        {
            call.SetHeader(name, value);
        }
        foreach ((string parameter, string header) in Overrides)
        {
            call.SetHeader(header, call.Query.NonEmpty(parameter));
        }
        foreach ((string name, string value) in version.Attributes.Metadata)
        {
            call.Response.Headers[name] = value;
        }
        call.SetHeader("x-amz-storage-class", version.Attributes.StorageClass == "STANDARD" ? null : version.Attributes.StorageClass);
        call.SetHeader("x-amz-tagging-count", version.Tags.Count == 0 ? null : version.Tags.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    internal static void WriteChecksum(S3Call call, Checksum? checksum)
    {
        if (checksum is not null)
        {
            call.SetHeader(checksum.Algorithm.HeaderName, checksum.Value);
            call.SetHeader("x-amz-checksum-type", checksum.TypeName);
        }
    }

    internal static void WriteVersionId(S3Call call, Bucket bucket, ObjectVersion version) =>
        call.SetHeader("x-amz-version-id", bucket.Versioning == Versioning.Off ? null : version.VersionId);

    private static List<KeyValuePair<string, string>> ReadMetadata(S3Call call)
    {
        List<KeyValuePair<string, string>> metadata = [.. call.Request.Headers
            .Where(static header => header.Key.StartsWith(MetadataPrefix, StringComparison.OrdinalIgnoreCase))
            .Select(static header => new KeyValuePair<string, string>(header.Key.ToLowerInvariant(), header.Value.ToString()))
            .OrderBy(static header => header.Key, StringComparer.Ordinal)];
        int size = metadata.Sum(static header => header.Key.Length - MetadataPrefix.Length + header.Value.Length);
        return size > MaxMetadata ? throw Faults.MetadataTooLarge(size, MaxMetadata) : metadata;
    }

    /// <summary><c>aws-chunked</c> describes the transfer, not the object.</summary>
    private static string? WithoutAwsChunked(string? encoding)
    {
        IEnumerable<string> codings = (encoding ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(static coding => !coding.Equals("aws-chunked", StringComparison.OrdinalIgnoreCase));
        return string.Join(',', codings) is { Length: > 0 } rest ? rest : null;
    }
}

namespace S3Gen.Encryption.Formats;

/// <summary>Entries of an object's metadata by which encrypted objects are known. Whoever writes them as user metadata is refused.</summary>
internal static class MetadataKeys
{
    internal const string Prefix = "x-amz-";

    /// <summary>Version 1.</summary>
    internal const string KeyV1 = "x-amz-key";

    /// <summary>Version 2.</summary>
    internal const string Key = "x-amz-key-v2";
    internal const string Iv = "x-amz-iv";
    internal const string WrapAlgorithm = "x-amz-wrap-alg";
    internal const string ContentAlgorithm = "x-amz-cek-alg";
    internal const string TagLength = "x-amz-tag-len";
    internal const string Description = "x-amz-matdesc";
    internal const string PlainLength = "x-amz-unencrypted-content-length";

    /// <summary>Version 3.</summary>
    internal const string ContentV3 = "x-amz-c";
    internal const string KeyV3 = "x-amz-3";
    internal const string WrapV3 = "x-amz-w";
    internal const string CommitmentV3 = "x-amz-d";
    internal const string MessageIdV3 = "x-amz-i";
    internal const string DescriptionV3 = "x-amz-m";
    internal const string ContextV3 = "x-amz-t";

    private static readonly HashSet<string> All = new(StringComparer.OrdinalIgnoreCase)
    {
        KeyV1, Key, Iv, WrapAlgorithm, ContentAlgorithm, TagLength, Description, PlainLength,
        ContentV3, KeyV3, WrapV3, CommitmentV3, MessageIdV3, DescriptionV3, ContextV3,
    };

    internal static bool IsReserved(string name) => All.Contains(name);
}

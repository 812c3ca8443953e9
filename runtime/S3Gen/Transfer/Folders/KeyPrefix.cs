namespace S3Gen.Transfer.Folders;

/// <summary>A prefix that stands for a folder: it ends with a slash, or is empty.</summary>
internal static class KeyPrefix
{
    internal static string Of(string prefix) => prefix.Length == 0 || prefix.EndsWith('/') ? prefix : prefix + "/";

    /// <summary>Consoles mark a folder by an empty object whose key ends with a slash. It is no file.</summary>
    internal static bool IsMarker(S3Object entry) => entry.Key!.EndsWith('/') && entry.Size is (null or 0);
}

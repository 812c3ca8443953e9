namespace S3Gen.Runtime.Http;

/// <summary>The headers that System.Net.Http keeps with the content, even where that is empty.</summary>
internal static class ContentHeaders
{
    internal static bool Contains(string name) => name.Length switch
    {
        5 => Is(name, "Allow"),
        7 => Is(name, "Expires"),
        11 => Is(name, "Content-MD5"),
        12 => Is(name, "Content-Type"),
        13 => Is(name, "Content-Range") || Is(name, "Last-Modified"),
        14 => Is(name, "Content-Length"),
        16 => Is(name, "Content-Encoding") || Is(name, "Content-Language") || Is(name, "Content-Location"),
        19 => Is(name, "Content-Disposition"),
        _ => false,
    };

    private static bool Is(string name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}

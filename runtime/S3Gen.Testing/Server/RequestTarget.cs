namespace S3Gen.Testing.Server;

/// <summary>
/// The request target as it stood on the wire. Nothing here normalizes: <c>a//b</c>, <c>/./</c> and <c>/../</c> are parts of keys in S3,
/// and <see cref="Microsoft.AspNetCore.Http.HttpRequest.Path"/> would have folded them.
/// </summary>
internal sealed record RequestTarget(string RawPath, RawQuery Query)
{
    internal static RequestTarget Parse(string raw)
    {
        ReadOnlySpan<char> target = raw;
        int scheme = target.IndexOf("://");
        if (!target.StartsWith('/') && scheme > 0)
        {
            // The absolute form of RFC 9112 section 3.2.2, as sent through proxies.
            int path = target[(scheme + 3)..].IndexOfAny('/', '?');
            target = path < 0 ? "/" : target[(scheme + 3 + path)..];
        }
        int question = target.IndexOf('?');
        string rawPath = question < 0 ? target.ToString() : target[..question].ToString();
        string rawQuery = question < 0 ? "" : target[(question + 1)..].ToString();
        return new RequestTarget(rawPath.Length == 0 ? "/" : rawPath, RawQuery.Parse(rawQuery));
    }
}

using System.Buffers;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Http;

/// <summary>The URL of a request, one string, and where its path and query begin in it.</summary>
internal readonly struct RequestUrl
{
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    private readonly string _text;
    private readonly int _pathStart;
    private readonly int _pathLength;

    private RequestUrl(string text, int pathStart, int pathLength)
    {
        _text = text;
        _pathStart = pathStart;
        _pathLength = pathLength;
    }

    /// <summary>The path as it is sent.</summary>
    internal ReadOnlySpan<char> Path => _text.AsSpan(_pathStart, _pathLength);

    /// <summary>The query without '?', as it is sent.</summary>
    internal ReadOnlySpan<char> Query
    {
        get
        {
            ReadOnlySpan<char> rest = _text.AsSpan(_pathStart + _pathLength);
            return rest.IsEmpty ? rest : rest[1..];
        }
    }

    public override string ToString() => _text;

    internal static RequestUrl Create(Endpoint endpoint, RequestHead request)
    {
        ReadOnlySpan<char> path = request.Path;
        if (path.IsEmpty && endpoint.BasePath.Length == 0)
        {
            path = "/";
        }

        ReadOnlySpan<char> query = request.Query;
        int pathStart = endpoint.Scheme.Length + 3 + endpoint.Authority.Length;
        int pathLength = endpoint.BasePath.Length + path.Length;
        int length = pathStart + pathLength + (query.IsEmpty ? 0 : query.Length + 1);
        char[]? rented = null;
        Span<char> text = length <= 512 ? stackalloc char[512] : rented = ArrayPool<char>.Shared.Rent(length);
        endpoint.Scheme.CopyTo(text);
        "://".CopyTo(text[endpoint.Scheme.Length..]);
        endpoint.Authority.CopyTo(text[(endpoint.Scheme.Length + 3)..]);
        endpoint.BasePath.CopyTo(text[pathStart..]);
        path.CopyTo(text[(pathStart + endpoint.BasePath.Length)..]);
        if (!query.IsEmpty)
        {
            text[pathStart + pathLength] = '?';
            query.CopyTo(text[(pathStart + pathLength + 1)..]);
        }

        RequestUrl url = new(new string(text[..length]), pathStart, pathLength);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return url;
    }

    /// <summary>A URI whose path and query are left alone: "/./", "//" and "%2F" may be parts of a key.</summary>
    internal Uri ToUri() => ToUri(_text);

    /// <inheritdoc cref="ToUri()"/>
    internal static Uri ToUri(string text) => new(text, AsItIs);
}

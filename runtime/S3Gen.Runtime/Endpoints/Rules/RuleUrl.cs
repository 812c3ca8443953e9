using System.Buffers;
using System.ComponentModel;
using System.Net;
using System.Net.Sockets;

namespace S3Gen.Runtime.CodeGen;

/// <summary>The parts of a URL of an endpoint, or none.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc3986#section-3"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RuleUrl
{
    private static readonly SearchValues<char> HostCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._");

    private static readonly SearchValues<char> PathCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/%");

    private RuleUrl(RuleText scheme, RuleText authority, RuleText path, bool isIp)
    {
        Scheme = scheme;
        Authority = authority;
        Path = path;
        IsIp = isIp;
    }

    /// <summary>Whether there is a URL.</summary>
    public bool IsSet => Scheme.IsSet;

    /// <summary><c>http</c> or <c>https</c>.</summary>
    public RuleText Scheme { get; }

    /// <summary>The host and, if the URL has one, ":" and the port.</summary>
    public RuleText Authority { get; }

    /// <summary>The path as it stands there, which may be empty.</summary>
    public RuleText Path { get; }

    /// <summary>The path with a slash at both ends.</summary>
    public RuleText NormalizedPath => !IsSet ? default
        : Path.Length == 0 ? "/"
        : Path.Span[^1] == '/' ? Path : $"{Path}/";

    /// <summary>Whether the host is an address of IPv4, or one of IPv6 in brackets.</summary>
    public bool IsIp { get; }

    /// <summary>Takes a URL apart: http or https, a host, perhaps a port and a path; with a query or a fragment it is none.</summary>
    internal static RuleUrl Parse(RuleText text)
    {
        int schemeLength = text.Span.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 5
            : text.Span.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 4 : 0;
        if (schemeLength == 0)
        {
            return default;
        }

        RuleText rest = text.Slice(schemeLength + 3);
        int slash = rest.Span.IndexOf('/');
        RuleText authority = slash < 0 ? rest : rest.Slice(0, slash);
        RuleText path = rest.Slice(authority.Length);
        authority = authority.Slice(authority.Span.LastIndexOf('@') + 1);
        return TryReadHost(authority.Span, out bool isIp) && !path.Span.ContainsAnyExcept(PathCharacters)
            ? new RuleUrl(schemeLength == 5 ? Uri.UriSchemeHttps : Uri.UriSchemeHttp, authority, path, isIp)
            : default;
    }

    private static bool TryReadHost(ReadOnlySpan<char> authority, out bool isIp)
    {
        int bracket = authority.StartsWith("[") ? authority.IndexOf(']') : -1;
        int colon = bracket >= 0 ? bracket + 1 : authority.IndexOf(':');
        ReadOnlySpan<char> host = colon < 0 ? authority : authority[..colon];
        ReadOnlySpan<char> port = colon < 0 ? default : authority[colon..];
        isIp = bracket >= 0 || IsFourNumbers(host);
        bool isHost = bracket >= 0
            ? IPAddress.TryParse(host[1..^1], out IPAddress? address) && address.AddressFamily == AddressFamily.InterNetworkV6
            : !host.IsEmpty && !host.ContainsAnyExcept(HostCharacters);
        return isHost && (port.IsEmpty || IsPort(port));
    }

    private static bool IsPort(ReadOnlySpan<char> port) =>
        port[0] == ':' && port.Length is > 1 and <= 6 && !port[1..].ContainsAnyExceptInRange('0', '9') && int.Parse(port[1..], provider: null) <= ushort.MaxValue;

    private static bool IsFourNumbers(ReadOnlySpan<char> host)
    {
        int count = 0;
        foreach (Range range in host.Split('.'))
        {
            ReadOnlySpan<char> number = host[range];
            if (number.Length is 0 or > 3 || number.ContainsAnyExceptInRange('0', '9') || int.Parse(number, provider: null) > byte.MaxValue)
            {
                return false;
            }

            count++;
        }

        return count == 4;
    }
}

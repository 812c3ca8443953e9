using System.Net;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.Http;

/// <summary>
/// The proxies that <c>https_proxy</c>, <c>http_proxy</c> and <c>all_proxy</c> name, in lower or upper case, for all hosts but those
/// of <c>no_proxy</c>. A CGI program does not heed <c>HTTP_PROXY</c>, which a client could set there (httpoxy).
/// </summary>
internal sealed class EnvironmentProxy : IWebProxy
{
    private readonly Uri? _http;
    private readonly Uri? _https;
    private readonly string[] _bypassed;

    private EnvironmentProxy(Uri? http, Uri? https, string[] bypassed)
    {
        _http = WithoutUser(http);
        _https = WithoutUser(https);
        _bypassed = bypassed;
        Uri? withUser = (https ?? http) is { UserInfo.Length: > 0 } url ? url : null;
        Credentials = withUser is null ? null : CredentialsOf(withUser);
    }

    public ICredentials? Credentials { get; set; }

    /// <summary>Null if the environment names no proxy.</summary>
    /// <exception cref="FormatException">A variable is no URL; the message begins with its name.</exception>
    internal static EnvironmentProxy? Find(EnvironmentSource environment)
    {
        Uri? all = Url(environment, "all_proxy", "ALL_PROXY");
        bool isCgi = environment.Get("GATEWAY_INTERFACE") is not null;
        Uri? http = (isCgi ? Url(environment, "http_proxy") : Url(environment, "http_proxy", "HTTP_PROXY")) ?? all;
        Uri? https = Url(environment, "https_proxy", "HTTPS_PROXY") ?? all;
        if (http is null && https is null)
        {
            return null;
        }

        string none = environment.Get("no_proxy") ?? environment.Get("NO_PROXY") ?? string.Empty;
        return new EnvironmentProxy(http, https, none.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
    }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : ProxyFor(destination);

    public bool IsBypassed(Uri host) => ProxyFor(host) is null || Array.Exists(_bypassed, entry => Covers(entry, host));

    private Uri? ProxyFor(Uri destination) => destination.Scheme == Uri.UriSchemeHttps ? _https : _http;

    /// <summary>An entry covers a host and those under it, or, with a port, this port alone; <c>*</c> covers all.</summary>
    private static bool Covers(string entry, Uri host)
    {
        ReadOnlySpan<char> name = entry;
        int colon = name.LastIndexOf(':');
        if (colon > 0 && ushort.TryParse(name[(colon + 1)..], out ushort port) && name[..colon].IndexOf(':') < 0)
        {
            if (port != host.Port)
            {
                return false;
            }

            name = name[..colon];
        }

        name = name.TrimStart('*').TrimStart('.');
        return name.IsEmpty
            || name.Equals(host.IdnHost, StringComparison.OrdinalIgnoreCase)
            || name.Equals(host.Host, StringComparison.OrdinalIgnoreCase)
            || (host.Host.Length > name.Length && host.Host[^(name.Length + 1)] == '.' && host.Host.AsSpan().EndsWith(name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The URL of the first variable that is set. One that cannot be understood must not end in a request that goes past the proxy.</summary>
    private static Uri? Url(EnvironmentSource environment, params ReadOnlySpan<string> variables)
    {
        foreach (string variable in variables)
        {
            if (environment.Get(variable) is { } text)
            {
                string whole = text.Contains("://", StringComparison.Ordinal) ? text : "http://" + text;
                return Uri.TryCreate(whole, UriKind.Absolute, out Uri? url) && url.Host.Length > 0
                    ? url
                    : throw new FormatException($"{variable}, is not the URL of a proxy");
            }
        }

        return null;
    }

    /// <summary>The platform's exceptions name the proxy by its URL.</summary>
    private static Uri? WithoutUser(Uri? url) =>
        url is { UserInfo.Length: > 0 } ? new UriBuilder(url) { UserName = string.Empty, Password = string.Empty }.Uri : url;

    private static NetworkCredential CredentialsOf(Uri url)
    {
        string[] parts = url.UserInfo.Split(':', 2);
        return new NetworkCredential(Uri.UnescapeDataString(parts[0]), parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : string.Empty);
    }
}

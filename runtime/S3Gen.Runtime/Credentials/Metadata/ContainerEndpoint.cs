using System.Net;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>Where a container's service is, and what it wants to see. Keys are asked for over a plain connection only where that stays on the machine.</summary>
internal static class ContainerEndpoint
{
    private const string RelativeVariable = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
    private const string FullVariable = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private const string TokenVariable = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private const string TokenFileVariable = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";
    private const string EcsHost = "http://169.254.170.2";
    private const long MaxTokenLength = 64 * 1024;

    /// <summary>ECS, and EKS over IPv4 and IPv6.</summary>
    private static readonly IPAddress[] Services =
        [IPAddress.Parse("169.254.170.2"), IPAddress.Parse("169.254.170.23"), IPAddress.Parse("fd00:ec2::23")];

    /// <exception cref="CredentialsException">No variable names one, or it must not be asked.</exception>
    internal static Uri Find(EnvironmentSource environment)
    {
        if (environment.Get(RelativeVariable) is { } relative)
        {
            return relative[0] == '/' && Uri.TryCreate(EcsHost + relative, UriKind.Absolute, out Uri? ecs)
                ? ecs
                : throw Fault($"{RelativeVariable} is not a path that begins with '/'");
        }

        if (environment.Get(FullVariable) is not { } full)
        {
            throw new CredentialsException($"{RelativeVariable} and {FullVariable} are not set");
        }

        if (!Uri.TryCreate(full, UriKind.Absolute, out Uri? url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
        {
            throw Fault($"{FullVariable} is not an absolute http or https URL");
        }

        return url.Scheme == Uri.UriSchemeHttps || IsOnTheMachine(url)
            ? url
            : throw Fault($"{FullVariable} names the host {url.Host}: without https it has to be loopback, or the address of ECS or EKS");
    }

    /// <summary>The file comes before the variable: its token may change.</summary>
    /// <exception cref="CredentialsException">The token cannot be read or cannot be part of a header.</exception>
    internal static async ValueTask<string?> ReadTokenAsync(EnvironmentSource environment, CancellationToken cancellationToken)
    {
        string? token = environment.Get(TokenVariable);
        string source = TokenVariable;
        if (environment.Get(TokenFileVariable) is { } path)
        {
            source = TokenFileVariable;
            token = (await TokenFile.ReadAsync(path, MaxTokenLength, TokenFileVariable, cancellationToken).ConfigureAwait(false)).Trim();
        }

        return token is null || !token.AsSpan().ContainsAny('\r', '\n')
            ? token
            : throw Fault($"{source} holds a line break, which cannot be part of a header");
    }

    private static bool IsOnTheMachine(Uri url)
    {
        if (url.IsLoopback)
        {
            return true;
        }

        return IPAddress.TryParse(url.DnsSafeHost, out IPAddress? address) && Array.Exists(Services, service => service.Equals(address));
    }

    private static CredentialsException Fault(string message) => new(message) { IsFault = true };
}

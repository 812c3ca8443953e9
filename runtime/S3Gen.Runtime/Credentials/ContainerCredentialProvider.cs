using Polly.Timeout;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.CredentialSources;

namespace S3Gen.Runtime;

/// <summary>
/// Asks the service beside a container on ECS or EKS: at the path of <c>AWS_CONTAINER_CREDENTIALS_RELATIVE_URI</c>, or at
/// <c>AWS_CONTAINER_CREDENTIALS_FULL_URI</c>, with the token of <c>AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE</c> or
/// <c>AWS_CONTAINER_AUTHORIZATION_TOKEN</c>. What it got is kept and renewed before it expires.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html"/>
public sealed class ContainerCredentialProvider : ICredentialProvider, ICredentialSource, IDisposable
{
    private readonly CredentialContext _context;
    private readonly CredentialCache _cache;
    private readonly bool _ownsContext;

    /// <summary>Makes a provider; nothing is asked yet.</summary>
    /// <param name="options">Clock and logger; null for the usual ones.</param>
    public ContainerCredentialProvider(ClientOptions? options = null)
        : this(CredentialContext.For(options)) => _ownsContext = true;

    internal ContainerCredentialProvider(CredentialContext context)
    {
        _context = context;
        _cache = context.Cache(this);
    }

    /// <inheritdoc/>
    /// <exception cref="CredentialsException">There is no such service, or it gave none.</exception>
    public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default) => _cache.GetAsync(cancellationToken);

    /// <summary>Wipes the credentials and closes the connections.</summary>
    public void Dispose()
    {
        _cache.Dispose();
        if (_ownsContext)
        {
            _context.Dispose();
        }
    }

    async ValueTask<FoundCredentials> ICredentialSource.FetchAsync(CancellationToken cancellationToken)
    {
        Uri url = ContainerEndpoint.Find(_context.Environment);
        string? token = await ContainerEndpoint.ReadTokenAsync(_context.Environment, cancellationToken).ConfigureAwait(false);
        try
        {
            using CredentialAnswer answer = await _context.Container.SendAsync(() => Request(url, token), cancellationToken).ConfigureAwait(false);
            return answer.IsSuccess
                ? new(CredentialJson.Read(answer.Body, CredentialJson.Default.TemporaryKeys, "the container's service").ToCredentials("the container's service"))
                : throw new CredentialsException($"the container's service at {url.Host} answered {answer.Status}") { IsFault = true };
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException)
        {
            throw new CredentialsException($"the container's service at {url.Host} does not answer: {e.Message}", e) { IsFault = true };
        }
    }

    private static HttpRequestMessage Request(Uri url, string? token)
    {
        HttpRequestMessage request = new(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Accept", "application/json");
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        return request;
    }
}

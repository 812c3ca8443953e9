using System.Globalization;
using Polly.Timeout;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>
/// The metadata service of an EC2 instance, version 2: with a token, which is kept. Where the service is too old or too far away to
/// give tokens it is asked without, unless the settings forbid it.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html"/>
internal sealed class InstanceMetadata(CredentialContext context)
{
    private const int TokenSeconds = 21_600;

    private static readonly TimeSpan TokenMargin = TimeSpan.FromMinutes(2);

    private volatile Token? _token;

    private MetadataServiceSettings Settings => context.Settings.MetadataService;

    /// <summary>Reads an item; null if the service does not have it.</summary>
    /// <exception cref="CredentialsException">There is no service, or it refuses.</exception>
    internal async ValueTask<CredentialAnswer?> GetAsync(string path, CancellationToken cancellationToken)
    {
        CredentialAnswer answer = await AskAsync(path, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 401)
        {
            // The token has expired, e.g. since the instance was stopped and started.
            _token = null;
            answer = await AskAsync(path, cancellationToken).ConfigureAwait(false);
        }

        if (answer.IsSuccess)
        {
            return answer;
        }

        return answer.Status == 404
            ? null
            : throw new CredentialsException($"the instance metadata service answered {answer.Status}") { IsFault = answer.Status != 403 };
    }

    private async ValueTask<CredentialAnswer> AskAsync(string path, CancellationToken cancellationToken)
    {
        Token token = await GetTokenAsync(cancellationToken).ConfigureAwait(false);
        return await SendAsync(HttpMethod.Get, path, token.Text is null ? null : ("x-aws-ec2-metadata-token", token.Text), cancellationToken)
            .ConfigureAwait(false) ?? throw new CredentialsException("the instance metadata service does not answer");
    }

    private async ValueTask<Token> GetTokenAsync(CancellationToken cancellationToken)
    {
        if (_token is { } kept && context.TimeProvider.GetUtcNow() < kept.Until)
        {
            return kept;
        }

        (string, string) lifetime = ("x-aws-ec2-metadata-token-ttl-seconds", TokenSeconds.ToString(CultureInfo.InvariantCulture));
        using CredentialAnswer? answer = await SendAsync(HttpMethod.Put, "/latest/api/token", lifetime, cancellationToken).ConfigureAwait(false);
        DateTimeOffset until = context.TimeProvider.GetUtcNow() + TimeSpan.FromSeconds(TokenSeconds) - TokenMargin;
        return _token = answer switch
        {
            { IsSuccess: true, Text: { Length: > 0 } text } when !text.AsSpan().ContainsAnyExceptInRange('!', '~') => new Token(text, until),
            null or { Status: 403 or 404 or 405 } when !Settings.IsVersion1Disabled => new Token(null, until),
            null or { Status: 403 or 404 or 405 } => throw new CredentialsException(
                "the instance metadata service gives no token, and its version 1 is disabled (AWS_EC2_METADATA_V1_DISABLED)") { IsFault = true },
            _ => throw new CredentialsException($"the instance metadata service answered {answer.Status} to the request for a token") { IsFault = true },
        };
    }

    /// <summary>Null if there is a connection and no answer.</summary>
    private async ValueTask<CredentialAnswer?> SendAsync(
        HttpMethod method, string path, (string Name, string Value)? header, CancellationToken cancellationToken)
    {
        Uri url = new(Settings.Endpoint.AbsoluteUri.TrimEnd('/') + path);
        try
        {
            return await context.Metadata.SendAsync(
                () =>
                {
                    HttpRequestMessage request = new(method, url);
                    if (header is { } given)
                    {
                        request.Headers.TryAddWithoutValidation(given.Name, given.Value);
                    }

                    return request;
                },
                cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            return null;
        }
        catch (HttpRequestException e)
        {
            throw new CredentialsException($"there is no instance metadata service at {Settings.Endpoint.Host}", e);
        }
    }

    /// <summary>No text: the service is asked without a token.</summary>
    private sealed record Token(string? Text, DateTimeOffset Until);
}

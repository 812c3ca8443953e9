using System.Security.Cryptography;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using S3Gen.Runtime.Http;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>
/// Asks services for credentials: few and small requests, so each with its own limit of time, answers bounded in size, and what may
/// pass tried again.
/// </summary>
internal sealed class CredentialHttp
{
    private const int MaxAnswer = 64 * 1024;

    private readonly IHttpTransport _transport;
    private readonly ResiliencePipeline<CredentialAnswer> _resilience;

    internal CredentialHttp(IHttpTransport transport, TimeProvider timeProvider, TimeSpan timeout, int attempts)
    {
        _transport = transport;
        ResiliencePipelineBuilder<CredentialAnswer> builder = new() { TimeProvider = timeProvider };
        if (attempts > 1)
        {
            builder.AddRetry(new RetryStrategyOptions<CredentialAnswer>
            {
                MaxRetryAttempts = attempts - 1,
                Delay = TimeSpan.FromMilliseconds(100),
                MaxDelay = TimeSpan.FromSeconds(2),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = new PredicateBuilder<CredentialAnswer>()
                    .Handle<HttpRequestException>().Handle<TimeoutRejectedException>().HandleResult(static answer => answer.IsTransient),
            });
        }

        _resilience = builder.AddTimeout(timeout).Build();
    }

    /// <summary>Sends a request, anew for each attempt.</summary>
    /// <exception cref="HttpRequestException">There is no connection.</exception>
    /// <exception cref="TimeoutRejectedException">No answer came in time.</exception>
    internal async ValueTask<CredentialAnswer> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken) =>
        await _resilience.ExecuteAsync(
            static async (state, token) => await state.Http.ExchangeAsync(state.Create, token).ConfigureAwait(false),
            (Http: this, Create: create),
            cancellationToken).ConfigureAwait(false);

    private async ValueTask<CredentialAnswer> ExchangeAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        using HttpRequestMessage request = create();
        request.Headers.TryAddWithoutValidation("User-Agent", HttpRequestFactory.UserAgent);
        try
        {
            using HttpResponseMessage response = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return new CredentialAnswer((int)response.StatusCode, await ReadAsync(response.Content, cancellationToken).ConfigureAwait(false));
        }
        catch (OperationCanceledException e) when (e.InnerException is TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "No connection was made in time.", e);
        }
        catch (IOException e)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection broke.", e);
        }
    }

    private static async ValueTask<byte[]> ReadAsync(HttpContent content, CancellationToken cancellationToken)
    {
        byte[] buffer = new byte[MaxAnswer + 1];
        Stream stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            int length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
            byte[] body = length <= MaxAnswer ? buffer[..length] : [];
            CryptographicOperations.ZeroMemory(buffer);
            return length <= MaxAnswer ? body : throw new HttpRequestException(HttpRequestError.InvalidResponse, "The answer is larger than 64 KiB.");
        }
    }
}

using System.Globalization;
using System.Security.Cryptography;
using Polly.Timeout;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>The two requests to the Security Token Service that give credentials.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/"/>
internal sealed class StsClient(CredentialContext context)
{
    private const string ContentType = "application/x-www-form-urlencoded; charset=utf-8";
    private const string Source = "the Security Token Service";

    /// <summary>Sends a request, signed with credentials, or unsigned where a token speaks for the caller.</summary>
    /// <exception cref="CredentialsException">The service refuses or cannot be reached.</exception>
    internal async ValueTask<Credentials> SendAsync(StsRequest request, Credentials? caller, AssumedRole role, CancellationToken cancellationToken)
    {
        string usedRegion = AwsEndpoint.RegionOf(role.Region ?? context.Settings.Region);
        Uri endpoint = role.EndpointUrl ?? context.Settings.FindEndpointUrl("STS") ?? AwsEndpoint.Of("sts", usedRegion, context.Settings);
        try
        {
            using CredentialAnswer answer = await context.Aws.SendAsync(() => Create(request, caller, endpoint, usedRegion), cancellationToken).ConfigureAwait(false);
            return answer.IsSuccess
                ? StsAnswer.Read(answer.Body, request.Action, Source)
                : throw new CredentialsException($"{Source} refused {request.Action}: {StsError.Describe(answer)}") { IsFault = true };
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException)
        {
            throw new CredentialsException($"{Source} at {endpoint.Host} does not answer: {e.Message}", e) { IsFault = true };
        }
    }

    /// <summary>Seconds as the service takes them.</summary>
    internal static string Seconds(TimeSpan duration) => ((int)duration.TotalSeconds).ToString(CultureInfo.InvariantCulture);

    private HttpRequestMessage Create(StsRequest request, Credentials? caller, Uri endpoint, string region)
    {
        ByteArrayContent content = new(request.Form);
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        HttpRequestMessage message = new(HttpMethod.Post, endpoint) { Content = content };
        message.Headers.TryAddWithoutValidation("Accept", "text/xml");
        if (caller is { IsAnonymous: false })
        {
            Sign(message, request, caller, endpoint, region);
        }

        return message;
    }

    private void Sign(HttpRequestMessage message, StsRequest request, Credentials caller, Uri endpoint, string region)
    {
        DateTimeOffset now = context.TimeProvider.GetUtcNow();
        SigningCredentials keys = new(caller.AccessKeyId, caller.SecretAccessKey, caller.SessionToken);
        using SigV4Signer signer = new();
        string authorization = signer.Sign(new SigningRequest
        {
            Method = "POST",
            Path = endpoint.AbsolutePath,
            Host = endpoint.Authority,
            Headers = [("content-type", ContentType)],
            PayloadHash = Convert.ToHexStringLower(SHA256.HashData(request.Form)),
            HasPayloadHashHeader = false,
            Credentials = keys,
            Region = region,
            Service = "sts",
            Time = now,
        });
        message.Headers.TryAddWithoutValidation("X-Amz-Date", SigningTime.Format(now));
        if (keys.SessionToken is { } token)
        {
            message.Headers.TryAddWithoutValidation("X-Amz-Security-Token", token);
        }

        message.Headers.TryAddWithoutValidation("Authorization", authorization);
    }
}

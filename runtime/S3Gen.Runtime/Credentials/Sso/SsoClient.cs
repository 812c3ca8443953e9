using System.Security.Cryptography;
using System.Text.Json;
using Polly.Timeout;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>The two requests of single sign-on: keys of a role for a sign-in, and a new sign-in for an old one.</summary>
/// <seealso href="https://docs.aws.amazon.com/singlesignon/latest/PortalAPIReference/API_GetRoleCredentials.html"/>
/// <seealso href="https://docs.aws.amazon.com/singlesignon/latest/OIDCAPIReference/API_CreateToken.html"/>
internal sealed class SsoClient(CredentialContext context, SsoProfile profile)
{
    private const string Portal = "the single sign-on portal";

    /// <exception cref="CredentialsException">The portal refuses or cannot be reached.</exception>
    internal async ValueTask<Credentials> GetRoleCredentialsAsync(SecretString accessToken, CancellationToken cancellationToken)
    {
        Uri portal = context.Settings.FindEndpointUrl("SSO") ?? AwsEndpoint.Of("portal.sso", profile.Region, context.Settings);
        Uri url = new($"{portal.AbsoluteUri.TrimEnd('/')}/federation/credentials?role_name={Uri.EscapeDataString(profile.RoleName)}&account_id={Uri.EscapeDataString(profile.AccountId)}");
        using CredentialAnswer answer = await SendAsync(
            () =>
            {
                HttpRequestMessage request = new(HttpMethod.Get, url);
                request.Headers.TryAddWithoutValidation("x-amz-sso_bearer_token", accessToken.HeaderValue);
                return request;
            },
            cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess)
        {
            string hint = answer.Status == 401 ? $": {profile.SignInHint}" : string.Empty;
            throw new CredentialsException($"{Portal} answered {answer.Status} for role {profile.RoleName} of account {profile.AccountId}{hint}") { IsFault = true };
        }

        SsoKeys? keys = CredentialJson.Read(answer.Body, CredentialJson.Default.SsoRoleCredentials, Portal).Keys;
        return CredentialsFactory.Create(
            Portal, keys?.AccessKeyId, keys?.SecretAccessKey, keys?.SessionToken,
            keys?.Expiration > 0 ? DateTimeOffset.FromUnixTimeMilliseconds(keys.Expiration) : null);
    }

    /// <summary>Gives null if the service does not renew the sign-in.</summary>
    /// <exception cref="CredentialsException">The service cannot be reached.</exception>
    internal async ValueTask<SsoRenewedToken?> RenewAsync(SsoToken token, CancellationToken cancellationToken)
    {
        Uri service = context.Settings.FindEndpointUrl("SSO OIDC") ?? AwsEndpoint.Of("oidc", profile.Region, context.Settings);
        Uri url = new($"{service.AbsoluteUri.TrimEnd('/')}/token");
        byte[] body = RefreshGrant(token);
        try
        {
            using CredentialAnswer answer = await SendAsync(
                () =>
                {
                    ByteArrayContent content = new(body);
                    content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
                    return new HttpRequestMessage(HttpMethod.Post, url) { Content = content };
                },
                cancellationToken).ConfigureAwait(false);
            SsoRenewedToken? renewed = answer.IsSuccess
                ? CredentialJson.Read(answer.Body, CredentialJson.Default.SsoRenewedToken, "the single sign-on service")
                : null;
            return renewed is { AccessToken.IsEmpty: false } ? renewed : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(body);
        }
    }

    private static byte[] RefreshGrant(SsoToken token)
    {
        using MemoryStream json = new();
        using (Utf8JsonWriter writer = new(json))
        {
            writer.WriteStartObject();
            writer.WriteString("clientId", token.ClientId);
            writer.WriteString("clientSecret", token.ClientSecret!.Bytes);
            writer.WriteString("grantType", "refresh_token");
            writer.WriteString("refreshToken", token.RefreshToken!.Bytes);
            writer.WriteEndObject();
        }

        byte[] body = json.ToArray();
        CryptographicOperations.ZeroMemory(json.GetBuffer());
        return body;
    }

    private async ValueTask<CredentialAnswer> SendAsync(Func<HttpRequestMessage> create, CancellationToken cancellationToken)
    {
        try
        {
            return await context.Aws.SendAsync(create, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is HttpRequestException or TimeoutRejectedException)
        {
            throw new CredentialsException($"{Portal} of {profile.Region} does not answer: {e.Message}", e) { IsFault = true };
        }
    }
}

using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>
/// Keys of a role for whoever has signed in with <c>aws sso login</c>. A sign-in that is about to end is renewed where the profile
/// has an <c>sso_session</c>, and kept in its file for others.
/// </summary>
internal sealed class SsoSource(CredentialContext context, SsoProfile profile) : ICredentialSource
{
    private static readonly TimeSpan RenewAhead = TimeSpan.FromMinutes(5);

    private readonly SsoClient _client = new(context, profile);

    public async ValueTask<FoundCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        SsoTokenFile file = new(context.Environment, profile);
        SsoToken token = await file.ReadAsync(cancellationToken).ConfigureAwait(false);
        SecretString accessToken = await RenewIfDueAsync(file, token, cancellationToken).ConfigureAwait(false);
        return new(await _client.GetRoleCredentialsAsync(accessToken, cancellationToken).ConfigureAwait(false));
    }

    private async ValueTask<SecretString> RenewIfDueAsync(SsoTokenFile file, SsoToken token, CancellationToken cancellationToken)
    {
        DateTimeOffset now = context.TimeProvider.GetUtcNow();
        TimeSpan left = SsoTokenFile.ExpirationOf(token) - now;
        bool isValid = token.AccessToken is { IsEmpty: false } && left > TimeSpan.Zero;
        if (isValid && left > RenewAhead)
        {
            return token.AccessToken!;
        }

        bool isRenewable = profile.Session is not null && token is { ClientId: not null, ClientSecret: not null, RefreshToken: not null };
        if (isRenewable && await _client.RenewAsync(token, cancellationToken).ConfigureAwait(false) is { } renewed)
        {
            Keep(file, renewed, now);
            return renewed.AccessToken!;
        }

        return isValid
            ? token.AccessToken!
            : throw new CredentialsException($"the sign-in to {profile.StartUrl} has ended: {profile.SignInHint}") { IsFault = true };
    }

    /// <summary>A file that cannot be written costs others a renewal, and this process nothing.</summary>
    private void Keep(SsoTokenFile file, SsoRenewedToken renewed, DateTimeOffset now)
    {
        try
        {
            file.Replace(renewed, now + TimeSpan.FromSeconds(renewed.ExpiresIn));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or System.Text.Json.JsonException)
        {
            ConfigurationLog.SignInNotKept(context.Logger, profile.StartUrl, e.GetType().Name);
        }
    }
}

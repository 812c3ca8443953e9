using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>Who signs in where, for which role of which account.</summary>
/// <param name="Session">The <c>sso-session</c> section; null for the older kind of profile, whose sign-in cannot be renewed.</param>
/// <param name="StartUrl">The portal.</param>
/// <param name="Region">The portal's region.</param>
/// <param name="AccountId">The account.</param>
/// <param name="RoleName">The role.</param>
internal sealed record SsoProfile(string? Session, string StartUrl, string Region, string AccountId, string RoleName)
{
    /// <summary>By its hash the command line names the file of the sign-in.</summary>
    internal string CacheKey => Session ?? StartUrl;

    internal string SignInHint => Session is null ? "sign in with 'aws sso login'" : $"sign in with 'aws sso login --sso-session {Session}'";

    /// <exception cref="CredentialsException">Something is missing.</exception>
    internal static SsoProfile Read(Profile profile, SharedConfiguration files)
    {
        string? session = profile["sso_session"];
        Profile? section = null;
        if (session is not null)
        {
            section = files.FindSsoSession(session)
                ?? throw new CredentialsException($"profile '{profile.Name}' names the sso_session '{session}', and there is no such section") { IsFault = true };
        }

        return new SsoProfile(
            session,
            Required(section ?? profile, "sso_start_url"),
            Required(section ?? profile, "sso_region"),
            Required(profile, "sso_account_id"),
            Required(profile, "sso_role_name"));
    }

    private static string Required(Profile section, string setting) =>
        section[setting] ?? throw new CredentialsException($"'{section.Name}' has no {setting}, which single sign-on needs") { IsFault = true };
}

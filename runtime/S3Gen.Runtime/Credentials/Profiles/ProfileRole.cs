using System.Globalization;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>Reads the role of a profile.</summary>
internal static class ProfileRole
{
    /// <exception cref="CredentialsException">A setting breaks its rule.</exception>
    internal static AssumedRole Read(Profile profile, string arn)
    {
        AssumedRole role = new()
        {
            RoleArn = arn,
            ExternalId = profile["external_id"],
            SessionName = profile["role_session_name"],
            MfaSerial = profile["mfa_serial"],
            Region = profile["region"],
            Duration = ReadDuration(profile),
        };
        try
        {
            role.Check(nameof(profile));
            return role;
        }
        catch (ArgumentException e)
        {
            throw new CredentialsException($"profile '{profile.Name}' cannot be used: {e.Message}", e) { IsFault = true };
        }
    }

    private static TimeSpan? ReadDuration(Profile profile)
    {
        if (profile["duration_seconds"] is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds)
            ? TimeSpan.FromSeconds(seconds)
            : throw new CredentialsException($"profile '{profile.Name}' has a duration_seconds that is no number") { IsFault = true };
    }
}

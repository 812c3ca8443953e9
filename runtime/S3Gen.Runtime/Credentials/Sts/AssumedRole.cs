namespace S3Gen.Runtime;

/// <summary>A role to assume, possibly of another account.</summary>
/// <seealso href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html"/>
public sealed class AssumedRole
{
    /// <summary>The role, e.g. <c>arn:aws:iam::123456789012:role/reader</c>.</summary>
    public required string RoleArn { get; init; }

    /// <summary>The secret name, not a password, by which the owner of the role knows that you act for the right customer. Default: none.</summary>
    public string? ExternalId { get; init; }

    /// <summary>The name under which the session shows in audit logs, 2 to 64 of letters, digits and <c>_=,.@-</c>. Default: one with the time.</summary>
    public string? SessionName { get; init; }

    /// <summary>How long the credentials are valid, 15 minutes to 12 hours, and no longer than the role allows. Default 1 hour.</summary>
    public TimeSpan? Duration { get; init; }

    /// <summary>A JSON policy that narrows what the session may do. Default: the role's.</summary>
    public string? Policy { get; init; }

    /// <summary>The device whose code is needed: its serial number or ARN. The code comes from <see cref="ClientOptions.MfaCode"/>. Default: none.</summary>
    public string? MfaSerial { get; init; }

    /// <summary>The region whose Security Token Service is asked. Default: the client's.</summary>
    public string? Region { get; init; }

    /// <summary>
    /// Where the Security Token Service answers, for one that is not AWS's. Default: <c>AWS_ENDPOINT_URL_STS</c>, <c>AWS_ENDPOINT_URL</c>,
    /// the same of the profile, then AWS.
    /// </summary>
    public Uri? EndpointUrl { get; init; }

    /// <exception cref="ArgumentException">A member breaks its rule.</exception>
    internal void Check(string parameter)
    {
        if (string.IsNullOrWhiteSpace(RoleArn) || RoleArn.Length < 20 || !RoleArn.StartsWith("arn:", StringComparison.Ordinal))
        {
            throw new ArgumentException($"{nameof(RoleArn)} is not the ARN of a role, as arn:aws:iam::123456789012:role/name.", parameter);
        }

        if (SessionName is { } name && (name.Length is < 2 or > 64 || !name.All(static character => char.IsAsciiLetterOrDigit(character) || "_=,.@-".Contains(character, StringComparison.Ordinal))))
        {
            throw new ArgumentException($"{nameof(SessionName)} is not 2 to 64 letters, digits or any of _=,.@-.", parameter);
        }

        if (Configuration.SettingRules.EndpointUrl(EndpointUrl) is { } fault)
        {
            throw new ArgumentException($"{nameof(EndpointUrl)} {fault}.", parameter);
        }

        if (Duration is { } duration && (duration < TimeSpan.FromMinutes(15) || duration > TimeSpan.FromHours(12)))
        {
            throw new ArgumentException($"{nameof(Duration)} is {duration}, which is not within 15 minutes and 12 hours.", parameter);
        }
    }

    /// <summary>The name of a session that starts at a time.</summary>
    internal string SessionNameAt(DateTimeOffset now) => SessionName ?? $"s3gen-{now.ToUnixTimeMilliseconds()}";
}

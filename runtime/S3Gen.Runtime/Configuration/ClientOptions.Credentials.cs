namespace S3Gen.Runtime;

public partial class ClientOptions
{
    /// <summary>
    /// Where credentials come from; asked for every attempt, and not disposed by the client. Default: the chain of environment,
    /// profile, web identity, container and instance metadata.
    /// </summary>
    public ICredentialProvider? Credentials { get => field ?? BasedOn?.Credentials; init; }

    /// <summary>
    /// The profile of the shared AWS files that settings and credentials are read from; one that is named here has to be there, and
    /// is asked for credentials before the environment is. Default: <c>AWS_PROFILE</c>, then <c>default</c>.
    /// </summary>
    public string? Profile { get => field ?? BasedOn?.Profile; init; }

    /// <summary>
    /// Whether the metadata service of EC2 is asked for credentials when nobody else has any. Default: the opposite of
    /// <c>AWS_EC2_METADATA_DISABLED</c>, <c>S3_INTEGRATION_USE_IMDS</c>, the profile's <c>use_imds</c> under <c>s3</c>, then true.
    /// </summary>
    public bool? UseInstanceMetadata { get => field ?? BasedOn?.UseInstanceMetadata; init; }

    /// <summary>
    /// Asks the user for the code that a device with the given serial number shows, for profiles with <c>mfa_serial</c>. Default:
    /// nobody is asked, and such profiles are refused.
    /// </summary>
    public Func<string, CancellationToken, ValueTask<string>>? MfaCode { get => field ?? BasedOn?.MfaCode; init; }
}

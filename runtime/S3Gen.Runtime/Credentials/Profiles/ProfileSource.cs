using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>
/// Finds a profile's credentials by what it holds: a role with a source or a web identity, single sign-on, keys, or a process, in this
/// order.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html"/>
internal sealed class ProfileSource(CredentialContext context, SharedFiles files, string name) : ICredentialSource
{
    private static readonly TimeSpan ProcessTimeLimit = TimeSpan.FromMinutes(1);

    public async ValueTask<FoundCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        SharedConfiguration shared = Read();
        Profile profile = shared.FindProfile(name) ?? throw new CredentialsException($"profile '{name}' is not in {files.Names}");
        FoundCredentials found = await Resolve(profile, shared, []).FetchAsync(cancellationToken).ConfigureAwait(false);
        return found with { Files = shared.Stamps };
    }

    private SharedConfiguration Read()
    {
        try
        {
            return files.Read();
        }
        catch (SharedFileException e)
        {
            throw new CredentialsException($"profile '{name}': {e.Message}", e) { IsFault = true };
        }
    }

    private ICredentialSource Resolve(Profile profile, SharedConfiguration shared, List<string> visited)
    {
        bool isItself = visited.Contains(profile.Name);
        if (isItself && visited[^1] != profile.Name)
        {
            throw Fault(profile, $"source_profile goes round in circles: {string.Join(" → ", visited)} → {profile.Name}");
        }

        visited.Add(profile.Name);

        // A profile that is its own source gives its keys.
        return profile switch
        {
            _ when !isItself && profile["role_arn"] is { } arn => ResolveRole(profile, arn, shared, visited),
            _ when profile["sso_session"] is not null || profile["sso_start_url"] is not null || profile["sso_account_id"] is not null =>
                new SsoSource(context, SsoProfile.Read(profile, shared)),
            _ when profile["aws_access_key_id"] is not null || profile.FindSecret("aws_secret_access_key") is not null => new ProfileKeys(profile),
            _ when profile["credential_process"] is { } command => new ProcessSource(command, ProcessTimeLimit, context.TimeProvider),
            _ => throw new CredentialsException($"profile '{profile.Name}' has no credentials") { IsFault = visited.Count > 1 },
        };
    }

    private ICredentialSource ResolveRole(Profile profile, string arn, SharedConfiguration shared, List<string> visited)
    {
        AssumedRole role = ProfileRole.Read(profile, arn);
        if (profile["web_identity_token_file"] is { } tokenFile)
        {
            return new WebIdentityCredentialProvider(role, tokenFile, context);
        }

        string? sourceName = profile["source_profile"];
        string? place = profile["credential_source"];
        if (sourceName is null == place is null)
        {
            throw Fault(profile, sourceName is null
                ? "has a role_arn and none of source_profile, credential_source and web_identity_token_file"
                : "has both source_profile and credential_source");
        }

        if (place is not null)
        {
            return new AssumeRoleCredentialProvider(role, new UncachedProvider(FindPlace(profile, place)), context);
        }

        Profile source = shared.FindProfile(sourceName!) ?? throw Fault(profile, $"has the source_profile '{sourceName}', and there is no such profile");
        return new AssumeRoleCredentialProvider(role, new UncachedProvider(Resolve(source, shared, visited)), context);
    }

    private ICredentialSource FindPlace(Profile profile, string place) => place.ToUpperInvariant() switch
    {
        "ENVIRONMENT" => new EnvironmentCredentialProvider(context.Environment),
        "EC2INSTANCEMETADATA" => new InstanceMetadataCredentialProvider(context),
        "ECSCONTAINER" => new ContainerCredentialProvider(context),
        _ => throw Fault(profile, "has a credential_source that is none of Environment, Ec2InstanceMetadata and EcsContainer"),
    };

    private static CredentialsException Fault(Profile profile, string what) => new($"profile '{profile.Name}' {what}") { IsFault = true };
}

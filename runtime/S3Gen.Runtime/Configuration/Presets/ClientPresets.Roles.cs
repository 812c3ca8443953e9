using S3Gen.Runtime.CredentialSources;

namespace S3Gen.Runtime;

public static partial class ClientPresets
{
    private const string RegionPath = "/latest/meta-data/placement/region";

    /// <summary>A container on ECS or EKS, or an instance of EC2, with the keys of its role; the region comes from the environment.</summary>
    public static ClientOptions InstanceRole() => new() { UseInstanceMetadata = true };

    /// <summary>
    /// As <see cref="InstanceRole"/>; where neither environment nor profile name a region it is that of the instance, whose metadata
    /// service is asked now.
    /// </summary>
    /// <param name="options">Settings to be heeded; null for the usual ones.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    /// <exception cref="CredentialsException">The metadata service refuses or is not there.</exception>
    public static async Task<ClientOptions> InstanceRoleAsync(ClientOptions? options = null, CancellationToken cancellationToken = default)
    {
        ClientOptions role = new() { BasedOn = options, UseInstanceMetadata = true };
        using CredentialContext context = CredentialContext.For(role);
        EffectiveSetting region = context.Settings.Effective.Single(static setting => setting.Name == nameof(ClientOptions.Region));
        if (region.Origin != SettingOrigin.Default)
        {
            return role;
        }

        using CredentialAnswer? answer = await new InstanceMetadata(context).GetAsync(RegionPath, cancellationToken).ConfigureAwait(false);
        return answer is null ? role : new ClientOptions { BasedOn = role, Region = answer.Text };
    }

    /// <summary>Buckets of another account, by a role of that account which this one may assume.</summary>
    /// <param name="role">The role of the other account; name its <see cref="AssumedRole.ExternalId"/> if it demands one.</param>
    /// <param name="options">Settings, and in <see cref="ClientOptions.Credentials"/> who assumes the role. Default: the chain of the environment.</param>
    /// <exception cref="ArgumentException">The role breaks a rule, or settings are faulty.</exception>
    /// <remarks>All clients with these options share the role's credentials. To wipe them, dispose <see cref="ClientOptions.Credentials"/> after the clients.</remarks>
    public static ClientOptions CrossAccount(AssumedRole role, ClientOptions? options = null) =>
        new() { BasedOn = options, Credentials = AssumeRoleCredentialProvider.For(role, options) };
}

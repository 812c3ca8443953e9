using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using S3Gen;
using S3Gen.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Brings transfers into a container.</summary>
public static class S3TransferServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="S3Transfer"/> over the client that <c>AddS3Client</c> has added: one for all, so that its limits count for the
    /// application. Its settings are checked when the host starts.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configuration">A section whose keys are the names of <see cref="S3TransferOptions"/>, e.g. <c>PartSize</c>; null for none.</param>
    /// <param name="options">Makes the options that code sets, which win over the section; null for the client's.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddS3Transfer(
        this IServiceCollection services, IConfiguration? configuration = null, Func<IServiceProvider, S3TransferOptions>? options = null)
    {
        AddSetup(services, Options.Options.DefaultName, configuration, options);
        return services.AddSingleton(static provider => S3TransferFactory.Create(provider, Options.Options.DefaultName));
    }

    /// <summary>Adds <see cref="S3Transfer"/> over the client of a name, as a keyed service of that name.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="configuration">A section whose keys are the names of <see cref="S3TransferOptions"/>; null for none.</param>
    /// <param name="options">Makes the options that code sets, which win over the section; null for the client's.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IServiceCollection AddS3Transfer(
        this IServiceCollection services, string name, IConfiguration? configuration = null, Func<IServiceProvider, S3TransferOptions>? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        AddSetup(services, name, configuration, options);
        return services.AddKeyedSingleton(name, static (provider, key) => S3TransferFactory.Create(provider, (string)key!));
    }

    private static void AddSetup(
        IServiceCollection services, string name, IConfiguration? configuration, Func<IServiceProvider, S3TransferOptions>? options)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<S3TransferSetup>, S3TransferSetupValidation>());
        services.AddOptions<S3TransferSetup>(name)
            .Configure(setup =>
            {
                setup.Configuration = configuration;
                setup.CreateOptions = options;
            })
            .ValidateOnStart();
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using S3Gen;
using S3Gen.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Brings S3 clients into a container.</summary>
public static class S3ClientServiceCollectionExtensions
{
    /// <summary>
    /// Adds the client of the application, as <see cref="S3Client"/> and <see cref="IS3Client"/>: one for all, disposed with the
    /// container. Its settings are checked when the host starts. Logger factory and <see cref="TimeProvider"/> come from the container
    /// where the options name none.
    /// </summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configuration">A section whose keys are the names of <see cref="S3ClientOptions"/>, e.g. <c>MaxRetries</c>; null for none.</param>
    /// <param name="options">Makes the options that code sets, which win over the section; null for none.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddS3Client(
        this IServiceCollection services, IConfiguration? configuration = null, Func<IServiceProvider, S3ClientOptions>? options = null)
    {
        AddSetup(services, Options.Options.DefaultName, configuration, options);
        services.AddSingleton(static provider => S3ClientFactory.Create(provider, Options.Options.DefaultName));
        services.AddSingleton<IS3Client>(static provider => provider.GetRequiredService<S3Client>());
        return services;
    }

    /// <summary>Adds a client that is one among several: it is got by its name, as a keyed service.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The name, which is the key: <c>[FromKeyedServices("photos")]</c>.</param>
    /// <param name="configuration">A section whose keys are the names of <see cref="S3ClientOptions"/>; null for none.</param>
    /// <param name="options">Makes the options that code sets, which win over the section; null for none.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IServiceCollection AddS3Client(
        this IServiceCollection services, string name, IConfiguration? configuration = null, Func<IServiceProvider, S3ClientOptions>? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        AddSetup(services, name, configuration, options);
        services.AddKeyedSingleton(name, static (provider, key) => S3ClientFactory.Create(provider, (string)key!));
        services.AddKeyedSingleton<IS3Client>(name, static (provider, key) => provider.GetRequiredKeyedService<S3Client>(key));
        return services;
    }

    private static void AddSetup(
        IServiceCollection services, string name, IConfiguration? configuration, Func<IServiceProvider, S3ClientOptions>? options)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<S3ClientSetup>, S3ClientSetupValidation>());
        services.AddOptions<S3ClientSetup>(name)
            .Configure(setup =>
            {
                setup.Configuration = configuration;
                setup.CreateOptions = options;
            })
            .ValidateOnStart();
    }
}

using S3Gen;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Brings transfers into a container.</summary>
public static class S3TransferServiceCollectionExtensions
{
    /// <summary>Adds <see cref="S3Transfer"/> over the client that <c>AddS3Client</c> has added.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="options">Makes the options; null for the client's.</param>
    /// <returns>The services.</returns>
    public static IServiceCollection AddS3Transfer(this IServiceCollection services, Func<IServiceProvider, S3TransferOptions>? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services.AddSingleton(provider => new S3Transfer(provider.GetRequiredService<IS3Client>(), options?.Invoke(provider)));
    }

    /// <summary>Adds <see cref="S3Transfer"/> over the client of a name, as a keyed service of that name.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The client's name.</param>
    /// <param name="options">Makes the options; null for the client's.</param>
    /// <returns>The services.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public static IServiceCollection AddS3Transfer(this IServiceCollection services, string name, Func<IServiceProvider, S3TransferOptions>? options = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrEmpty(name);
        return services.AddKeyedSingleton(
            name, (provider, key) => new S3Transfer(provider.GetRequiredKeyedService<IS3Client>(key), options?.Invoke(provider)));
    }
}

using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using S3Gen.Runtime;

namespace S3Gen.Extensions;

/// <summary>Makes clients of what was registered and of what the container offers.</summary>
internal static class S3ClientFactory
{
    /// <exception cref="OptionsValidationException">Settings are faulty; the message names all of them.</exception>
    internal static S3Client Create(IServiceProvider provider, string name) =>
        new(CreateOptions(provider, provider.GetRequiredService<IOptionsMonitor<S3ClientSetup>>().Get(name)));

    internal static S3ClientOptions CreateOptions(IServiceProvider provider, S3ClientSetup setup)
    {
        S3ClientOptions? own = setup.CreateOptions?.Invoke(provider);
        return new S3ClientOptions
        {
            BasedOn = own,
            Section = own?.Section ?? (setup.Configuration is { } configuration ? Read(configuration) : null),
            LoggerFactory = own?.LoggerFactory ?? provider.GetService<ILoggerFactory>(),
            TimeProvider = own is null || own.TimeProvider == TimeProvider.System ? provider.GetService<TimeProvider>() ?? TimeProvider.System : own.TimeProvider,
        };
    }

    private static SettingsSection Read(IConfiguration configuration) => new(
        (configuration as IConfigurationSection)?.Path ?? string.Empty,
        configuration.GetChildren().Select(static child => KeyValuePair.Create(child.Key, child.Value)));
}

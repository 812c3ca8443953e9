using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace S3Gen.Extensions;

/// <summary>Makes transfer managers of what was registered, over the client of the same name.</summary>
internal static class S3TransferFactory
{
    /// <exception cref="OptionsValidationException">Options are faulty; the message names all of them.</exception>
    internal static S3Transfer Create(IServiceProvider provider, string name) =>
        Create(provider, provider.GetRequiredService<IOptionsMonitor<S3TransferSetup>>().Get(name), name);

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="OptionsValidationException">The section is faulty; the message names all faults.</exception>
    internal static S3Transfer Create(IServiceProvider provider, S3TransferSetup setup, string name)
    {
        IS3Client client = name.Length == 0 ? provider.GetRequiredService<IS3Client>() : provider.GetRequiredKeyedService<IS3Client>(name);
        S3TransferOptions code = setup.CreateOptions?.Invoke(provider) ?? new S3TransferOptions();
        return new S3Transfer(client, setup.Configuration is { } section ? TransferSection.Merge(section, code) : code);
    }
}

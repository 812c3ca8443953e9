using Microsoft.Extensions.Options;

namespace S3Gen.Extensions;

/// <summary>Checks a client's settings without making it; all faults are in one message.</summary>
internal sealed class S3ClientSetupValidation(IServiceProvider provider) : IValidateOptions<S3ClientSetup>
{
    public ValidateOptionsResult Validate(string? name, S3ClientSetup options)
    {
        try
        {
            S3ClientFactory.CreateOptions(provider, options).GetEffectiveSettings();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException e)
        {
            return ValidateOptionsResult.Fail(string.IsNullOrEmpty(name) ? $"S3 client: {e.Message}" : $"S3 client '{name}': {e.Message}");
        }
    }
}

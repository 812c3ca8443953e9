using Microsoft.Extensions.Options;

namespace S3Gen.Extensions;

/// <summary>Checks a transfer manager's settings by making one, which sends nothing; a client that is not registered shows there too.</summary>
internal sealed class S3TransferSetupValidation(IServiceProvider provider) : IValidateOptions<S3TransferSetup>
{
    public ValidateOptionsResult Validate(string? name, S3TransferSetup options)
    {
        string owner = string.IsNullOrEmpty(name) ? "S3 transfer" : $"S3 transfer '{name}'";
        try
        {
            S3TransferFactory.Create(provider, options, name ?? string.Empty);
            return ValidateOptionsResult.Success;
        }
        catch (OptionsValidationException e) when (e.OptionsType == typeof(S3ClientSetup))
        {
            // The client's own check tells of it.
            return ValidateOptionsResult.Skip;
        }
        catch (OptionsValidationException e)
        {
            return ValidateOptionsResult.Fail(e.Failures.Select(fault => $"{owner}: {fault}"));
        }
        catch (ArgumentException e)
        {
            return ValidateOptionsResult.Fail($"{owner}: {e.Message}");
        }
    }
}

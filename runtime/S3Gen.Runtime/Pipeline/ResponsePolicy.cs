using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Asks for the checksums of responses where the operation has them, and the client is to verify all that it can.</summary>
internal sealed class ResponsePolicy(ClientSettings settings)
{
    private readonly bool _asks = settings.ResponseChecksumValidation == ChecksumPolicy.WhenSupported;

    /// <summary>What the caller has set stays.</summary>
    internal void Ask(ServiceCall call)
    {
        if (_asks && call.Operation.Validation is { } validation)
        {
            call.Request.Headers.TryAdd(validation.ModeHeader, ResponseValidation.Enabled);
        }
    }
}

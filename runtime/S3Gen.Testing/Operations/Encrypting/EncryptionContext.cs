using System.Text.Json;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;

namespace S3Gen.Testing.Operations.Encrypting;

/// <summary>What a client binds an object's key of KMS to. It is kept and told; nothing here is encrypted with it.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/specifying-kms-encryption.html"/>
internal static class EncryptionContext
{
    internal const string Header = "x-amz-server-side-encryption-context";

    /// <summary>The context of a request; null where it has none.</summary>
    /// <exception cref="S3Fault">It is no Base64 of a JSON object of strings, or the request does not encrypt with KMS.</exception>
    internal static string? Read(S3Call call, string? algorithm)
    {
        if (call.Header(Header) is not { } context)
        {
            return null;
        }
        if (algorithm is not ("aws:kms" or "aws:kms:dsse"))
        {
            throw Faults.InvalidArgument("The encryption context is for objects encrypted with KMS only", Header, context);
        }
        return IsMap(context)
            ? context
            : throw Faults.InvalidArgument($"The header '{Header}' shall be Base64-encoded UTF-8 string holding JSON which represents a string-string map", Header, context);
    }

    private static bool IsMap(string context)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(Convert.FromBase64String(context));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.EnumerateObject().All(static pair => pair.Value.ValueKind == JsonValueKind.String);
        }
        catch (Exception e) when (e is FormatException or JsonException)
        {
            return false;
        }
    }
}

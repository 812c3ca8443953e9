using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>Reads an error of the Security Token Service; stores that speak its protocol nest it in elements of their own.</summary>
internal ref struct StsError
{
    private string? _code;
    private string? _message;

    /// <summary>Status, code and message, which name no secret.</summary>
    internal static string Describe(CredentialAnswer answer)
    {
        StsError error = default;
        try
        {
            Utf8XmlReader reader = new(answer.Body);
            if (reader.TryReadRoot(out _))
            {
                error.ReadElement(ref reader);
            }
        }
        catch (ResponseFormatException)
        {
            return $"{answer.Status}, and nothing that can be read";
        }

        return $"{answer.Status} {error._code}: {error._message}";
    }

    private void ReadElement(ref Utf8XmlReader reader)
    {
        while (reader.TryReadChild(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Error"u8) || name.SequenceEqual("Errors"u8))
            {
                ReadElement(ref reader);
            }
            else if (name.SequenceEqual("Code"u8))
            {
                _code = reader.ReadString();
            }
            else if (name.SequenceEqual("Message"u8))
            {
                _message = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }
    }
}

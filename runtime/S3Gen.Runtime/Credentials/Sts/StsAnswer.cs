using System.Diagnostics.CodeAnalysis;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>Reads the credentials that the Security Token Service gives, or its error.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The secrets become the credentials' own.")]
internal ref struct StsAnswer
{
    private string? _keyId;
    private SecretString? _secret;
    private SecretString? _token;
    private DateTimeOffset? _expiration;

    /// <exception cref="CredentialsException">There are none in it.</exception>
    internal static Credentials Read(ReadOnlySpan<byte> xml, string action, string source)
    {
        StsAnswer answer = default;
        try
        {
            Utf8XmlReader reader = new(xml);
            if (reader.TryReadRoot(out ReadOnlySpan<byte> root) && IsResponse(root, action))
            {
                answer.ReadElement(ref reader);
            }
        }
        catch (ResponseFormatException e)
        {
            throw new CredentialsException($"{source} gave an answer to {action} that cannot be read: {e.Message}", e) { IsFault = true };
        }

        return CredentialsFactory.Create($"{source} ({action})", answer._keyId, answer._secret, answer._token, answer._expiration);
    }

    private static bool IsResponse(ReadOnlySpan<byte> root, string action)
    {
        const int SuffixLength = 8;
        return root.EndsWith("Response"u8) && System.Text.Ascii.Equals(root[..^SuffixLength], action);
    }

    /// <summary>Response, result and credentials are nested; other elements beside them are of no interest.</summary>
    private void ReadElement(ref Utf8XmlReader reader)
    {
        while (reader.TryReadChild(out ReadOnlySpan<byte> name))
        {
            if (name.SequenceEqual("Credentials"u8) || name.EndsWith("Result"u8))
            {
                ReadElement(ref reader);
            }
            else if (name.SequenceEqual("AccessKeyId"u8))
            {
                _keyId = reader.ReadString();
            }
            else if (name.SequenceEqual("SecretAccessKey"u8))
            {
                _secret = reader.ReadSecret();
            }
            else if (name.SequenceEqual("SessionToken"u8))
            {
                _token = reader.ReadSecret();
            }
            else if (name.SequenceEqual("Expiration"u8))
            {
                _expiration = reader.ReadTimestamp(TimestampFormat.DateTime);
            }
            else
            {
                reader.Skip();
            }
        }
    }
}

using System.Security.Cryptography;
using System.Text;

namespace S3Gen.Testing.Auth;

/// <summary>The <c>date/region/service/aws4_request</c> of a signature, and the key that belongs to it. An asymmetric one has no region.</summary>
internal sealed record CredentialScope(string AccessKeyId, string Date, string Region, string Service, string Terminator)
{
    public override string ToString() => Region.Length == 0 ? $"{Date}/{Service}/{Terminator}" : $"{Date}/{Region}/{Service}/{Terminator}";

    /// <summary>Parses <c>AKID/20260101/us-east-1/s3/aws4_request</c>; null if it is not of that form. Access keys may hold slashes.</summary>
    internal static CredentialScope? Parse(string credential, bool isAsymmetric)
    {
        string[] fields = credential.Split('/');
        if (isAsymmetric)
        {
            return fields.Length < 4 ? null : new CredentialScope(string.Join('/', fields[..^3]), fields[^3], string.Empty, fields[^2], fields[^1]);
        }
        return fields.Length < 5 ? null : new CredentialScope(string.Join('/', fields[..^4]), fields[^4], fields[^3], fields[^2], fields[^1]);
    }

    internal byte[] DeriveKey(string secretAccessKey)
    {
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secretAccessKey);
        foreach (string step in (ReadOnlySpan<string>)[Date, Region, Service, Terminator])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(step));
        }
        return key;
    }
}

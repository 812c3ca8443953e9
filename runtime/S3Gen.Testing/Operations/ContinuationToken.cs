using System.Text;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Operations;

/// <summary>An opaque token around the last key of a page.</summary>
internal static class ContinuationToken
{
    internal static string Encode(string lastKey) => Convert.ToBase64String(Encoding.UTF8.GetBytes("1" + lastKey));

    /// <summary>The last key behind a token; empty where there is no token.</summary>
    internal static string Decode(string? token)
    {
        if (token is null)
        {
            return "";
        }
        byte[] bytes = new byte[token.Length];
        return Convert.TryFromBase64String(token, bytes, out int length) && length > 0 && bytes[0] == (byte)'1'
            ? Encoding.UTF8.GetString(bytes, 1, length - 1)
            : throw Faults.InvalidArgument("The continuation token provided is incorrect", "continuation-token", token);
    }
}

using System.Security.Cryptography;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>The answer of a service that gives credentials. Its body is wiped in the end.</summary>
internal sealed class CredentialAnswer(int status, byte[] body) : IDisposable
{
    internal int Status => status;

    internal bool IsSuccess => status is >= 200 and < 300;

    /// <summary>Whether the same request may succeed in a moment.</summary>
    internal bool IsTransient => status is 429 or >= 500;

    internal ReadOnlySpan<byte> Body => body;

    /// <summary>The body as text, trimmed.</summary>
    internal string Text => System.Text.Encoding.UTF8.GetString(body).Trim();

    public void Dispose() => CryptographicOperations.ZeroMemory(body);
}

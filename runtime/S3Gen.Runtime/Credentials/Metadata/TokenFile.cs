namespace S3Gen.Runtime.CredentialSources;

/// <summary>A file that holds a token, read anew whenever it is needed, since others replace it.</summary>
internal static class TokenFile
{
    /// <exception cref="CredentialsException">It cannot be read, or is too large to be a token.</exception>
    internal static async ValueTask<string> ReadAsync(string path, long maxLength, string setting, CancellationToken cancellationToken)
    {
        try
        {
            if (new FileInfo(path).Length > maxLength)
            {
                throw new CredentialsException($"{setting}: {path} is too large to be a token") { IsFault = true };
            }

            return await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CredentialsException($"{setting}: {path} cannot be read: {e.Message}", e) { IsFault = true };
        }
    }
}

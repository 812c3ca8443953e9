namespace S3Gen.Encryption.Content;

/// <summary>A file that takes its name when it is complete.</summary>
internal static class PartialFile
{
    internal static async Task WriteAsync(Stream content, string path, CancellationToken cancellationToken)
    {
        string partial = $"{path}.{Guid.NewGuid():N}.partial";
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            FileStream file = new(partial, options);
            await using (file.ConfigureAwait(false))
            {
                await content.CopyToAsync(file, cancellationToken).ConfigureAwait(false);
            }

            File.Move(partial, path, overwrite: true);
        }
        finally
        {
            File.Delete(partial);
        }
    }
}

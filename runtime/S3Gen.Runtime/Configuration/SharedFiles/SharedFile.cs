namespace S3Gen.Runtime.Configuration;

/// <summary>One of the shared files as it was when it was read last; it is read again when it was replaced.</summary>
internal sealed class SharedFile(string? path) : IDisposable
{
    private Content? _content;

    internal string? Path => path;

    /// <summary>Its sections, none if there is no such file.</summary>
    /// <exception cref="SharedFileException">The file cannot be read or understood.</exception>
    internal IReadOnlyList<ProfileSection> Read(out FileStamp stamp)
    {
        stamp = default;
        if (path is null)
        {
            return [];
        }

        stamp = Stamp(path);
        if (_content is not { } content || content.Stamp != stamp)
        {
            _content = content = new Content(stamp, stamp.Length < 0 ? [] : Parse(path));
        }

        return content.Sections;
    }

    /// <summary>Wipes the secrets of what was read.</summary>
    public void Dispose()
    {
        foreach (ProfileSection section in _content?.Sections ?? [])
        {
            section.Dispose();
        }
    }

    private static FileStamp Stamp(string path)
    {
        try
        {
            return FileStamp.Of(path);
        }
        catch (IOException e)
        {
            throw new SharedFileException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private static List<ProfileSection> Parse(string path)
    {
        try
        {
            using SensitiveText text = SensitiveText.Read(path);
            return new ProfileParser(path).Parse(text.Characters);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return [];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SharedFileException($"{path} cannot be read: {e.Message}", e);
        }
    }

    private sealed record Content(FileStamp Stamp, IReadOnlyList<ProfileSection> Sections);
}

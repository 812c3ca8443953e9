namespace S3Gen.Runtime.Configuration;

/// <summary>One of the shared files as it was when it was read last; it is read again when it was replaced.</summary>
internal sealed class SharedFile(string? path)
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

        stamp = FileStamp.Of(path);
        if (_content is not { } content || content.Stamp != stamp)
        {
            _content = content = new Content(stamp, stamp.Length < 0 ? [] : Parse(path));
        }

        return content.Sections;
    }

    private static List<ProfileSection> Parse(string path)
    {
        try
        {
            return new ProfileParser(path).Parse(File.ReadAllText(path));
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

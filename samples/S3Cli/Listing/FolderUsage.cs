namespace S3Cli.Listing;

/// <summary>Adds up objects for the folders that they are in, down to a depth.</summary>
internal sealed class FolderUsage(string root, int depth)
{
    private readonly SortedDictionary<string, (long Objects, long Bytes)> _folders = new(StringComparer.Ordinal) { [root] = (0, 0) };

    /// <summary>Folders with what is in them, deeper ones included; the root comes last, as the total.</summary>
    public IEnumerable<(string Folder, long Objects, long Bytes)> Folders => _folders
        .Skip(1)
        .Append(new KeyValuePair<string, (long Objects, long Bytes)>(root, _folders[root]))
        .Select(entry => (entry.Key, entry.Value.Objects, entry.Value.Bytes));

    public void Add(string key, long bytes)
    {
        Count(root, bytes);
        int at = root.Length;
        for (int level = 0; level < depth; level++)
        {
            int slash = key.IndexOf('/', at);
            if (slash < 0)
            {
                return;
            }

            at = slash + 1;
            Count(key[..at], bytes);
        }
    }

    private void Count(string folder, long bytes)
    {
        (long objects, long sum) = _folders.GetValueOrDefault(folder);
        _folders[folder] = (objects + 1, sum + bytes);
    }
}

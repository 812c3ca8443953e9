using System.IO.Enumeration;
using S3Gen.Transfer.Downloads;

namespace S3Gen.Transfer.Folders;

/// <summary>Enumerates the files of a folder and those below it, hidden ones too.</summary>
internal static class LocalFiles
{
    /// <summary>Links may lead in circles.</summary>
    private const int DeepestLinks = 64;

    internal static IEnumerable<LocalFile> Enumerate(string folder, GlobFilter filter, bool followLinks)
    {
        EnumerationOptions options = new()
        {
            AttributesToSkip = followLinks ? default : FileAttributes.ReparsePoint,
            RecurseSubdirectories = true,
            IgnoreInaccessible = false,
            MaxRecursionDepth = followLinks ? DeepestLinks : int.MaxValue,
        };
        FileSystemEnumerable<LocalFile> files = new(folder, (ref entry) => Describe(folder, ref entry), options)
        {
            ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory && !TemporaryFile.IsName(entry.FileName),
        };
        foreach (LocalFile file in files)
        {
            if (filter.Contains(file.Name))
            {
                yield return file;
            }
        }
    }

    private static LocalFile Describe(string folder, ref FileSystemEntry entry)
    {
        string path = entry.ToFullPath();
        string name = Path.GetRelativePath(folder, path);
        if (Path.DirectorySeparatorChar != '/')
        {
            name = name.Replace(Path.DirectorySeparatorChar, '/');
        }

        if ((entry.Attributes & FileAttributes.ReparsePoint) == 0 || new FileInfo(path).ResolveLinkTarget(returnFinalTarget: true) is not FileInfo target)
        {
            return new LocalFile(name, path, entry.Length, entry.LastWriteTimeUtc);
        }

        return new LocalFile(name, path, target.Length, target.LastWriteTimeUtc);
    }
}

using System.IO.Enumeration;
using System.Runtime.CompilerServices;
using S3Cli.Filters;
using S3Cli.Locations;
using S3Cli.Output;

namespace S3Cli.Trees;

/// <summary>The files below a folder.</summary>
internal sealed class LocalTree(string root, bool followLinks, IOutput output) : ITree
{
    /// <summary>Links may lead in circles.</summary>
    private const int DeepestLinks = 64;

    private readonly string _root = root.Length > 1 ? Path.TrimEndingDirectorySeparator(root) : root;

    public async IAsyncEnumerable<TreeEntry> ListAsync(PathFilter filter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (!Directory.Exists(_root))
        {
            yield break;
        }

        await Task.CompletedTask;
        foreach (FileInfo file in Enumerate())
        {
            cancellationToken.ThrowIfCancellationRequested();
            string name = Path.GetRelativePath(_root, file.FullName).Replace(Path.DirectorySeparatorChar, '/');
            if (filter.Lets(name) && Resolve(file) is { } found)
            {
                yield return new TreeEntry(name, new Location.LocalPath(Path.Join(_root, name)), found.Length, found.LastWriteTimeUtc);
            }
        }
    }

    public Location At(string name) => new Location.LocalPath(SafeName.Resolve(_root, name));

    private FileSystemEnumerable<FileInfo> Enumerate()
    {
        EnumerationOptions options = new()
        {
            AttributesToSkip = followLinks ? default : FileAttributes.ReparsePoint,
            RecurseSubdirectories = true,
            IgnoreInaccessible = false,
            MaxRecursionDepth = followLinks ? DeepestLinks : int.MaxValue,
        };
        return new FileSystemEnumerable<FileInfo>(Path.GetFullPath(_root), static (ref entry) => (FileInfo)entry.ToFileSystemInfo(), options)
        {
            ShouldIncludePredicate = static (ref entry) => !entry.IsDirectory,
        };
    }

    /// <summary>The file itself, or the one that a link leads to.</summary>
    private FileInfo? Resolve(FileInfo file)
    {
        if (file.LinkTarget is null)
        {
            return file;
        }

        if (file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo { Exists: true } target)
        {
            return target;
        }

        output.Warn($"{file.FullName} was left out: it is a link that leads nowhere");
        return null;
    }
}

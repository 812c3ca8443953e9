using S3Cli.Trees;

namespace S3Cli.Syncing;

/// <summary>
/// When a source differs from its target: if their sizes do, or if it was written later. Downloads give files their objects' times,
/// so that what was fetched once is alike. Unlike awscli's rule, this one also notices an object that was replaced by another of the same size.
/// </summary>
internal sealed record TreeComparison(bool IsSizeOnly, bool IsExact)
{
    public bool Differ(TreeEntry source, KnownTarget target)
    {
        if (source.Size != target.Size)
        {
            return true;
        }

        if (IsSizeOnly || source.Modified is not { } written || target.Modified is not { } known)
        {
            return false;
        }

        // S3 knows seconds only.
        long difference = written.ToUnixTimeSeconds() - known.ToUnixTimeSeconds();
        return IsExact ? difference != 0 : difference > 0;
    }
}

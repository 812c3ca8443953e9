using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Store;

/// <summary>What must hold of the current object for a write or a delete to happen; checked under the bucket's lock.</summary>
internal sealed record WriteCondition(string? IfMatch, bool IfAbsent)
{
    internal static readonly WriteCondition None = new(null, IfAbsent: false);

    internal void Check(string key, ObjectVersion? current)
    {
        if (IfAbsent && current is not null)
        {
            throw Faults.PreconditionFailed("If-None-Match");
        }
        if (IfMatch is null)
        {
            return;
        }
        if (current is null)
        {
            throw Faults.NoSuchKey(key);
        }
        if (IfMatch != "*" && IfMatch.Trim('"') != current.ETag)
        {
            throw Faults.PreconditionFailed("If-Match");
        }
    }
}

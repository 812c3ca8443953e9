namespace S3Gen.Runtime.Presigning;

/// <summary>The query that a presigned URL keeps of its request.</summary>
internal static class PresignQuery
{
    private const string Hint = "x-id=";

    /// <summary>
    /// Leaves out <c>x-id</c>, the name of the operation, which tells a service nothing that method and path do not tell: URLs are
    /// shorter, and equal to those of other clients.
    /// </summary>
    internal static ReadOnlySpan<char> WithoutHint(ReadOnlySpan<char> query)
    {
        foreach (Range range in query.Split('&'))
        {
            if (query[range].StartsWith(Hint, StringComparison.Ordinal))
            {
                (int start, int length) = range.GetOffsetAndLength(query.Length);
                ReadOnlySpan<char> before = query[..Math.Max(0, start - 1)];
                ReadOnlySpan<char> after = query[Math.Min(query.Length, start + length + 1)..];
                return before.IsEmpty || after.IsEmpty ? string.Concat(before, after) : string.Concat(before, "&", after);
            }
        }

        return query;
    }
}

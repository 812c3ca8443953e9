namespace S3Gen.Runtime.Endpoints;

/// <summary>Whether a bucket's name can be part of a host name.</summary>
internal static class BucketName
{
    /// <summary>3 to 63 lower-case letters, digits and hyphens, no hyphen at either end; dots between labels only where no certificate has to match.</summary>
    internal static bool IsHostLabel(string bucket, bool mayHaveDots)
    {
        if (bucket.Length is < 3 or > 63)
        {
            return false;
        }

        char previous = '.';
        foreach (char character in bucket)
        {
            bool isAtEdge = previous == '.';
            bool isAllowed = character switch
            {
                '-' => !isAtEdge,
                '.' => mayHaveDots && !isAtEdge && previous != '-',
                _ => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character),
            };
            if (!isAllowed)
            {
                return false;
            }

            previous = character;
        }

        return previous is not ('-' or '.') && !IsAddress(bucket);
    }

    private static bool IsAddress(string bucket) => bucket.Contains('.', StringComparison.Ordinal) && System.Net.IPAddress.TryParse(bucket, out _);
}

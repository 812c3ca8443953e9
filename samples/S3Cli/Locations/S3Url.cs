namespace S3Cli.Locations;

/// <summary>A bucket, or an object or prefix in it: <c>s3://bucket/key</c>. The bucket may be the ARN of an access point.</summary>
internal sealed record S3Url(string Bucket, string Key)
{
    private const string Scheme = "s3://";

    /// <summary>Whether the URL names a bucket alone.</summary>
    public bool IsBucket => Key.Length == 0;

    /// <summary>Whether what the URL names is meant as a folder: it ends with a slash, or is a bucket.</summary>
    public bool IsFolder => IsBucket || Key.EndsWith('/');

    public static bool IsOne(string text) => text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase);

    /// <exception cref="FormatException">The text is no such URL.</exception>
    public static S3Url Parse(string text)
    {
        if (!IsOne(text))
        {
            throw new FormatException($"'{text}' is no S3 URL: write s3://bucket or s3://bucket/key");
        }

        ReadOnlySpan<char> rest = text.AsSpan(Scheme.Length);
        int end = rest.StartsWith("arn:", StringComparison.Ordinal) ? EndOfArn(rest) : rest.IndexOf('/');
        ReadOnlySpan<char> bucket = end < 0 ? rest : rest[..end];
        if (bucket.IsEmpty || bucket.ContainsAny("?#@ \t"))
        {
            throw new FormatException($"'{text}' names no bucket: write s3://bucket or s3://bucket/key");
        }

        return new S3Url(bucket.ToString(), end < 0 ? string.Empty : rest[(end + 1)..].ToString());
    }

    /// <summary>The same with a slash at its end, so that it is the folder and nothing that merely begins alike.</summary>
    public S3Url AsFolder() => IsFolder ? this : this with { Key = $"{Key}/" };

    public S3Url WithKey(string key) => this with { Key = key };

    /// <summary>What is below this folder.</summary>
    public S3Url Append(string relative) => this with { Key = Key + relative };

    public override string ToString() => $"{Scheme}{Bucket}/{Key}";

    /// <summary>arn:partition:service:region:account:accesspoint/name, or …:outpost/id/accesspoint/name; colons may stand for slashes.</summary>
    private static int EndOfArn(ReadOnlySpan<char> text)
    {
        const int ColonsBeforeResource = 5;
        int at = 0;
        for (int colons = 0; colons < ColonsBeforeResource && at < text.Length; at++)
        {
            colons += text[at] == ':' ? 1 : 0;
        }

        int segments = text[at..].StartsWith("outpost", StringComparison.Ordinal) ? 4 : 2;
        for (; at < text.Length; at++)
        {
            if (text[at] is '/' or ':' && --segments == 0)
            {
                return at;
            }
        }

        return -1;
    }
}

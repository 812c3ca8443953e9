using System.Text.RegularExpressions;

namespace S3Gen.Testing.Auth;

/// <summary>
/// The names of directory buckets (S3 Express One Zone): a base, the id of a zone and <c>x-s3</c>, with two hyphens between.
/// See <see href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-bucket-naming-rules.html"/>.
/// </summary>
internal static partial class DirectoryBucketName
{
    internal static bool Matches(string bucket) => bucket.Length <= 63 && Pattern().IsMatch(bucket);

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9-]*[a-z0-9]--[a-z0-9]+-[a-z0-9]+--x-s3\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

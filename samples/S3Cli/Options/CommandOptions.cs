using System.CommandLine;
using S3Cli.Locations;

namespace S3Cli.Options;

/// <summary>Arguments and options that several commands have; each call makes new ones.</summary>
internal static class CommandOptions
{
    public static Argument<S3Url> Url(string description) => Parsed.Argument("url", description, S3Url.Parse);

    public static Argument<S3Url[]> Urls(string description) => Parsed.Arguments("url", description, S3Url.Parse);

    public static Option<bool> DryRun() => new("--dry-run", "--dryrun") { Description = "Says what would be done, and does nothing." };

    public static Option<bool> Recursive(string description) => new("--recursive") { Description = description };

    public static Option<string?> VersionId() => new("--version-id") { HelpName = "ID", Description = "The version; without it, the current one." };

    /// <summary>The object that a URL names.</summary>
    /// <exception cref="Failures.UsageException">It names a bucket.</exception>
    public static S3Url RequireKey(S3Url url) =>
        url.IsBucket ? throw new Failures.UsageException($"'{url}' names a bucket: write s3://{url.Bucket}/key") : url;

    /// <summary>The bucket that a URL names.</summary>
    /// <exception cref="Failures.UsageException">It names an object.</exception>
    public static S3Url RequireBucket(S3Url url) =>
        url.IsBucket ? url : throw new Failures.UsageException($"'{url}' names an object: write s3://{url.Bucket}");
}

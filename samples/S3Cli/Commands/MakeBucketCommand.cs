using System.CommandLine;
using S3Cli.App;
using S3Cli.Locations;
using S3Cli.Options;
using S3Cli.Output.Messages;
using S3Gen;

namespace S3Cli.Commands;

/// <summary><c>mb</c>: makes a bucket.</summary>
internal sealed class MakeBucketCommand : ICliCommand
{
    /// <summary>The region that S3 refuses to be named as a place for a bucket, since it is where buckets are unless something else is said.</summary>
    private const string UnnamedRegion = "us-east-1";

    private readonly Argument<S3Url> _url = CommandOptions.Url("The bucket.");
    private readonly Option<bool> _dryRun = CommandOptions.DryRun();
    private readonly Option<string?> _location = new("--location")
    {
        HelpName = "NAME",
        Description = "Where the bucket is put, for stores whose places are not regions. Default: the region.",
    };

    public MakeBucketCommand() => Definition = new Command("mb", "Makes a bucket.") { _url, _location, _dryRun };

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        S3Url url = CommandOptions.RequireBucket(context.Get(_url));
        bool isDryRun = context.Get(_dryRun);
        string? location = context.Get(_location) ?? LocationOf(context.Setting(nameof(S3ClientOptions.Region)).Value);
        if (!isDryRun)
        {
            CreateBucketRequest request = new()
            {
                Bucket = url.Bucket,
                CreateBucketConfiguration = location is null ? null : new CreateBucketConfiguration { LocationConstraint = location },
            };
            await context.Client.CreateBucketAsync(request, cancellationToken);
        }

        context.Output.Write(new BucketMade(url.Bucket, isDryRun));
        return ExitCode.Success;
    }

    private static string? LocationOf(string? region) => region == UnnamedRegion ? null : region;
}

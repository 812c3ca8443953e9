using System.CommandLine;
using S3Cli.App;
using S3Cli.Failures;
using S3Cli.Listing;
using S3Cli.Locations;
using S3Cli.Options;
using S3Cli.Output.Messages;
using S3Gen;

namespace S3Cli.Commands;

/// <summary><c>ls</c>: buckets, or what is below a prefix.</summary>
internal sealed class ListCommand : ICliCommand
{
    private readonly Argument<S3Url?> _url = Parsed.Argument<S3Url?>("url", "The bucket or prefix; without it, all buckets are listed.", S3Url.Parse);
    private readonly Option<bool> _recursive = CommandOptions.Recursive("Lists all below the prefix, not only what is directly below it.");
    private readonly Option<bool> _summarize = new("--summarize") { Description = "Adds how many objects there are, and their size in all." };
    private readonly Option<bool> _versions = new("--versions") { Description = "Lists all versions and delete markers; '*' marks the current one." };

    public ListCommand(GlobalOptions globals)
    {
        _url.Arity = ArgumentArity.ZeroOrOne;
        Definition = new Command("ls", "Lists buckets, or objects and prefixes.") { _url, _recursive, globals.HumanReadable, _summarize, _versions };
    }

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        if (context.Arguments.GetValue(_url) is not { } url)
        {
            await ListBucketsAsync(context, cancellationToken);
            return ExitCode.Success;
        }

        Totals totals = context.Get(_versions)
            ? await ListVersionsAsync(context, url, cancellationToken)
            : await ListObjectsAsync(context, url, cancellationToken);
        if (context.Get(_summarize))
        {
            context.Output.Write(totals);
        }

        return ExitCode.Success;
    }

    private static async Task ListBucketsAsync(CommandContext context, CancellationToken cancellationToken)
    {
        await foreach (Bucket bucket in context.Client.ListBucketsItemsAsync(new ListBucketsRequest(), cancellationToken))
        {
            context.Output.Write(new BucketListed(bucket.Name ?? string.Empty, bucket.CreationDate));
        }
    }

    private async Task<Totals> ListObjectsAsync(CommandContext context, S3Url url, CancellationToken cancellationToken)
    {
        ListingTally tally = new(context.Output, url, context.Get(_recursive));
        await foreach (RemotePage<RemoteObject> page in BucketListing.ListPagesAsync(context.Client, url.Bucket, url.Key, tally.IsRecursive, cancellationToken))
        {
            tally.AddPrefixes(page.Prefixes);
            foreach (RemoteObject entry in page.Entries)
            {
                tally.Add(entry, null);
            }
        }

        return Finish(tally, url);
    }

    private async Task<Totals> ListVersionsAsync(CommandContext context, S3Url url, CancellationToken cancellationToken)
    {
        ListingTally tally = new(context.Output, url, context.Get(_recursive));
        await foreach (RemotePage<RemoteVersion> page in VersionListing.ListPagesAsync(context.Client, url.Bucket, url.Key, tally.IsRecursive, cancellationToken))
        {
            tally.AddPrefixes(page.Prefixes);
            foreach (RemoteVersion entry in page.Entries)
            {
                tally.Add(entry.Object, entry);
            }
        }

        return Finish(tally, url);
    }

    /// <summary>An empty bucket is nothing special; a prefix with nothing below it is probably a slip.</summary>
    private static Totals Finish(ListingTally tally, S3Url url) =>
        tally.IsEmpty && !url.IsBucket ? throw new NothingThereException($"nothing begins with {url}") : tally.Totals;
}

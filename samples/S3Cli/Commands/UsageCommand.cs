using System.CommandLine;
using S3Cli.App;
using S3Cli.Listing;
using S3Cli.Locations;
using S3Cli.Options;
using S3Cli.Output.Messages;

namespace S3Cli.Commands;

/// <summary><c>du</c>: how much there is below a prefix, and below each folder in it.</summary>
internal sealed class UsageCommand : ICliCommand
{
    private readonly Argument<S3Url> _url = CommandOptions.Url("The bucket or folder.");
    private readonly Option<bool> _summarize = new("--summarize", "-s") { Description = "Shows the total alone." };
    private readonly Option<bool> _versions = new("--versions") { Description = "Counts all versions." };
    private readonly Option<int> _depth = Parsed.Option("--max-depth", "N", "How many levels of folders are shown, 0 for the total alone.", text => Numbers.Parse(text, 0, int.MaxValue));

    public UsageCommand(GlobalOptions globals)
    {
        _depth.DefaultValueFactory = _ => 1;
        Definition = new Command("du", "Shows how many objects and bytes there are below a prefix: size, objects, folder.")
        {
            _url, globals.HumanReadable, _summarize, _depth, _versions,
        };
    }

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        S3Url url = context.Get(_url).AsFolder();
        FolderUsage usage = new(url.Key, context.Get(_summarize) ? 0 : context.Get(_depth));
        if (context.Get(_versions))
        {
            await foreach (RemotePage<RemoteVersion> page in VersionListing.ListPagesAsync(context.Client, url.Bucket, url.Key, isRecursive: true, cancellationToken))
            {
                foreach (RemoteVersion version in page.Entries)
                {
                    usage.Add(version.Object.Key, version.Object.Size);
                }
            }
        }
        else
        {
            await foreach (RemoteObject entry in BucketListing.ListAsync(context.Client, url.Bucket, url.Key, cancellationToken))
            {
                usage.Add(entry.Key, entry.Size);
            }
        }

        foreach ((string folder, long objects, long bytes) in usage.Folders)
        {
            context.Output.Write(new UsageCounted(url.WithKey(folder).ToString(), objects, bytes));
        }

        return ExitCode.Success;
    }
}

using System.CommandLine;
using S3Cli.App;
using S3Cli.Deleting;
using S3Cli.Failures;
using S3Cli.Filters;
using S3Cli.Listing;
using S3Cli.Locations;
using S3Cli.Options;
using S3Cli.Output.Messages;
using S3Gen;

namespace S3Cli.Commands;

/// <summary><c>rm</c>: an object, a version, or all below a prefix.</summary>
internal sealed class RemoveCommand : ICliCommand
{
    private readonly Argument<S3Url> _url = CommandOptions.Url("The object, or with --recursive the folder or bucket.");
    private readonly Option<bool> _recursive = CommandOptions.Recursive("Deletes all below the folder.");
    private readonly Option<bool> _versions = new("--versions") { Description = "Deletes all versions and delete markers, for good." };
    private readonly Option<string?> _versionId = CommandOptions.VersionId();
    private readonly Option<bool> _dryRun = CommandOptions.DryRun();
    private readonly FilterOptions _filters = new();

    public RemoveCommand()
    {
        Definition = new Command("rm", "Deletes objects.") { _url, _recursive, _versions, _versionId, _dryRun };
        _filters.AddTo(Definition);
    }

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        S3Url url = context.Get(_url);
        bool isRecursive = context.Get(_recursive);
        if (context.Get(_versionId) is not null && (isRecursive || context.Get(_versions)))
        {
            throw new UsageException("--version-id names one version of one object: leave out --recursive and --versions");
        }

        if (!isRecursive && !context.Get(_versions))
        {
            await DeleteOneAsync(context, CommandOptions.RequireKey(url), cancellationToken);
            return ExitCode.Success;
        }

        ObjectRemover remover = new(context.Client, context.Output, url.Bucket, context.Get(_dryRun));
        Selection selection = isRecursive
            ? new Selection(url.AsFolder(), IsFolder: true, _filters.Read(context.Arguments))
            : new Selection(CommandOptions.RequireKey(url), IsFolder: false, PathFilter.All);
        await DeleteAllAsync(context, selection, remover, cancellationToken);
        return remover.FailedCount == 0 ? ExitCode.Success : ExitCode.Failure;
    }

    private async Task DeleteOneAsync(CommandContext context, S3Url url, CancellationToken cancellationToken)
    {
        string? version = context.Get(_versionId);
        if (!context.Get(_dryRun))
        {
            await context.Client.DeleteObjectAsync(
                new DeleteObjectRequest { Bucket = url.Bucket, Key = url.Key, VersionId = version }, cancellationToken);
        }

        context.Output.Write(new Deleted(url.ToString(), version, context.Get(_dryRun)));
    }

    private async Task DeleteAllAsync(CommandContext context, Selection selection, ObjectRemover remover, CancellationToken cancellationToken)
    {
        if (context.Get(_versions))
        {
            await foreach (RemotePage<RemoteVersion> page in VersionListing.ListPagesAsync(
                context.Client, selection.Url.Bucket, selection.Url.Key, isRecursive: true, cancellationToken))
            {
                foreach (RemoteVersion version in page.Entries.Where(version => selection.Lets(version.Object.Key)))
                {
                    await remover.AddAsync(version.Object.Key, version.VersionId, cancellationToken);
                }
            }
        }
        else
        {
            await foreach (RemoteObject entry in BucketListing.ListAsync(context.Client, selection.Url.Bucket, selection.Url.Key, cancellationToken))
            {
                if (selection.Lets(entry.Key))
                {
                    await remover.AddAsync(entry.Key, null, cancellationToken);
                }
            }
        }

        await remover.FlushAsync(cancellationToken);
    }

    /// <summary>What is to go: all in a folder that the filters let through, or one key.</summary>
    private sealed record Selection(S3Url Url, bool IsFolder, PathFilter Filter)
    {
        public bool Lets(string key) => IsFolder ? Filter.Lets(key[Url.Key.Length..]) : key == Url.Key;
    }
}

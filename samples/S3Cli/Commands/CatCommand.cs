using System.CommandLine;
using S3Cli.App;
using S3Cli.Locations;
using S3Cli.Options;
using S3Gen;

namespace S3Cli.Commands;

/// <summary><c>cat</c>: objects, one after the other, on the standard output.</summary>
internal sealed class CatCommand : ICliCommand
{
    private readonly Argument<S3Url[]> _urls = CommandOptions.Urls("The objects.");
    private readonly Option<string?> _versionId = CommandOptions.VersionId();
    private readonly Option<string?> _range = Parsed.Option<string?>("--range", "FIRST-LAST", "Only these bytes, e.g. 0-99, 100-, or -100 for the last ones.", ParseRange);

    public CatCommand() => Definition = new Command("cat", "Writes objects to the standard output.") { _urls, _range, _versionId };

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        string? range = context.Get(_range);
        S3Transfer transfer = new(context.Client);
        foreach (S3Url url in context.Get(_urls).Select(CommandOptions.RequireKey))
        {
            if (range is null)
            {
                await transfer.DownloadAsync(
                    url.Bucket, url.Key, context.Host.Output, new DownloadOptions { VersionId = context.Get(_versionId) }, cancellationToken);
            }
            else
            {
                await CopyRangeAsync(context, url, range, cancellationToken);
            }
        }

        await context.Host.Output.FlushAsync(cancellationToken);
        return ExitCode.Success;
    }

    private async Task CopyRangeAsync(CommandContext context, S3Url url, string range, CancellationToken cancellationToken)
    {
        GetObjectRequest request = new() { Bucket = url.Bucket, Key = url.Key, Range = range, VersionId = context.Get(_versionId) };
        await using GetObjectResponse response = await context.Client.GetObjectAsync(request, cancellationToken);
        await response.Body.CopyToAsync(context.Host.Output, cancellationToken);
    }

    private static string ParseRange(string text)
    {
        int dash = text.IndexOf('-');
        bool isRange = dash >= 0 && text.Length > 1 && IsNumber(text.AsSpan(0, dash)) && IsNumber(text.AsSpan(dash + 1));
        return isRange ? $"bytes={text}" : throw new FormatException($"'{text}' is no range: write FIRST-LAST, FIRST- or -LENGTH");
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}

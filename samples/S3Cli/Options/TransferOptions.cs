using System.CommandLine;
using S3Cli.Transfers;

namespace S3Cli.Options;

/// <summary>The options of <c>cp</c>, <c>mv</c> and <c>sync</c>.</summary>
internal sealed class TransferOptions
{
    private readonly ObjectOptions _objects = new();
    private readonly Option<bool> _dryRun = CommandOptions.DryRun();
    private readonly Option<bool> _noLinks = new("--no-follow-symlinks") { Description = "Leaves links to files and folders out." };
    private readonly Option<int?> _concurrency = Parsed.Option<int?>("--concurrency", "N", "How many requests run at once, 1 to 1000. Default: the profile's max_concurrent_requests, then 10.", text => Numbers.Parse(text, 1, 1000));
    private readonly Option<long?> _partSize = Parsed.Option<long?>("--part-size", "SIZE", "Size of parts, 5MiB to 5GiB. Default: the profile's multipart_chunksize, then 8MiB.", ParsePartSize);

    public FilterOptions Filters { get; } = new();

    public void AddTo(Command command)
    {
        Filters.AddTo(command);
        command.Add(_dryRun);
        _objects.AddTo(command);
        Option[] rest = [_noLinks, _concurrency, _partSize];
        foreach (Option option in rest)
        {
            command.Add(option);
        }
    }

    public bool FollowsLinks(ParseResult arguments) => !arguments.GetValue(_noLinks);

    public TransferSettings Read(ParseResult arguments, bool isMove, string? versionId) => new(
        _objects.Read(arguments), versionId, isMove, arguments.GetValue(_dryRun), arguments.GetValue(_concurrency), arguments.GetValue(_partSize));

    private static long? ParsePartSize(string text)
    {
        const long Least = 5L << 20;
        const long Most = 5L << 30;
        return SizeText.Parse(text) is var size && size is >= Least and <= Most ? size : throw new FormatException($"parts have 5MiB to 5GiB, not {text}");
    }
}

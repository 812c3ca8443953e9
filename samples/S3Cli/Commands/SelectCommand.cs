using System.CommandLine;
using S3Cli.App;
using S3Cli.Locations;
using S3Cli.Options;
using S3Gen;

namespace S3Cli.Commands;

/// <summary><c>select</c>: the rows of an object that an SQL expression names, on the standard output.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_SelectObjectContent.html"/>
internal sealed class SelectCommand : ICliCommand
{
    private readonly Argument<S3Url> _url = CommandOptions.Url("The object.");
    private readonly Argument<string> _expression = new("expression") { Description = "SQL, e.g. \"SELECT s.name FROM S3Object s WHERE s.size > '10'\"." };
    private readonly SelectFormats _formats = new();

    public SelectCommand()
    {
        Definition = new Command("select", "Writes the rows that an SQL expression selects from an object of CSV, JSON or Parquet.") { _url, _expression };
        _formats.AddTo(Definition);
    }

    public Command Definition { get; }

    public async Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        S3Url url = CommandOptions.RequireKey(context.Get(_url));
        SelectObjectContentRequest request = new()
        {
            Bucket = url.Bucket,
            Key = url.Key,
            Expression = context.Get(_expression),
            ExpressionType = ExpressionType.Sql,
            InputSerialization = _formats.ReadInput(context.Arguments),
            OutputSerialization = _formats.ReadOutput(context.Arguments),
        };
        await using SelectObjectContentResponse response = await context.Client.SelectObjectContentAsync(request, cancellationToken);
        await response.CopyRecordsToAsync(context.Host.Output, cancellationToken);
        await context.Host.Output.FlushAsync(cancellationToken);
        return ExitCode.Success;
    }
}

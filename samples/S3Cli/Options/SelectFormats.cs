using System.CommandLine;
using S3Gen;

namespace S3Cli.Options;

/// <summary>In which forms <c>select</c> reads and writes rows.</summary>
internal sealed class SelectFormats
{
    private const string Csv = "csv";
    private const string Json = "json";
    private const string JsonLines = "jsonl";
    private const string Parquet = "parquet";

    private readonly Option<string> _input = Choice("--input", "Form of the object.", Csv, JsonLines, Json, Parquet);
    private readonly Option<string> _output = Choice("--output", "Form of the rows.", Csv, JsonLines);
    private readonly Option<string> _header = Choice("--csv-header", "What the first line of CSV is: column names to use, to ignore, or none.", "use", "ignore", "none");
    private readonly Option<string> _compression = Choice("--compression", "How the object is compressed.", "none", "gzip", "bzip2");
    private readonly Option<string?> _delimiter = new("--csv-delimiter") { HelpName = "CHARACTER", Description = "What parts the fields of CSV. Default: a comma." };

    public void AddTo(Command command)
    {
        Option[] all = [_input, _output, _header, _delimiter, _compression];
        foreach (Option option in all)
        {
            command.Add(option);
        }
    }

    public InputSerialization ReadInput(ParseResult arguments)
    {
        string form = arguments.GetRequiredValue(_input);
        return new InputSerialization
        {
            CompressionType = arguments.GetRequiredValue(_compression).ToUpperInvariant(),
            CSV = form == Csv
                ? new CSVInput { FileHeaderInfo = arguments.GetRequiredValue(_header).ToUpperInvariant(), FieldDelimiter = arguments.GetValue(_delimiter) }
                : null,
            JSON = form switch
            {
                Json => new JSONInput { Type = JSONType.Document },
                JsonLines => new JSONInput { Type = JSONType.Lines },
                _ => null,
            },
            Parquet = form == Parquet ? new ParquetInput() : null,
        };
    }

    public OutputSerialization ReadOutput(ParseResult arguments) => arguments.GetRequiredValue(_output) == Csv
        ? new OutputSerialization { CSV = new CSVOutput { FieldDelimiter = arguments.GetValue(_delimiter) } }
        : new OutputSerialization { JSON = new JSONOutput() };

    private static Option<string> Choice(string name, string description, params string[] choices)
    {
        Option<string> option = new(name) { Description = $"{description} One of {string.Join(", ", choices)}.", DefaultValueFactory = _ => choices[0] };
        return option.AcceptOnlyFromAmong(choices);
    }
}

using System.CommandLine;
using System.CommandLine.Parsing;

namespace S3Cli.App;

/// <summary>What people read who wrote a command line that is none.</summary>
internal static class UsageErrors
{
    public static async Task WriteAsync(ParseResult parsed, TextWriter error)
    {
        string command = NameOf(parsed.CommandResult);
        foreach (ParseError fault in parsed.Errors.DistinctBy(fault => fault.Message))
        {
            await error.WriteLineAsync($"{command}: {fault.Message.TrimEnd('.')}. See '{command} --help'.");
        }
    }

    public static string NameOf(CommandResult result) =>
        result.Parent is CommandResult ? $"{ToolName.Text} {result.Command.Name}" : ToolName.Text;
}

using System.CommandLine;
using System.CommandLine.Parsing;

namespace S3Cli.App;

/// <summary>What people read who wrote a command line that is none.</summary>
internal static class UsageErrors
{
    public static async Task WriteAsync(ParseResult parsed, TextWriter error)
    {
        string command = NameOf(parsed.CommandResult);
        // Earlier errors often follow from the last one: an unknown command is also one that was not given.
        ParseError fault = parsed.Errors[^1];
        await error.WriteLineAsync($"{command}: {fault.Message.TrimEnd('.')}. See '{command} --help'.");
    }

    public static string NameOf(CommandResult result) =>
        result.Parent is CommandResult ? $"{ToolName.Text} {result.Command.Name}" : ToolName.Text;
}

using System.CommandLine;
using S3Cli.App;
using S3Cli.Options;
using Spectre.Console;

namespace S3Cli.Output;

/// <summary>Chooses how results are shown: JSON where it is asked for, bars where somebody watches, else lines.</summary>
internal static class OutputFactory
{
    public static IOutput Create(CliHost host, ParseResult arguments, GlobalOptions globals)
    {
        OutputFilter filter = new(arguments.GetValue(globals.Quiet), arguments.GetValue(globals.Verbose));
        LineWriter output = new(host.Output, host.IsOutputTerminal, host.Time);
        if (arguments.GetValue(globals.Json))
        {
            return new JsonOutput(output, host.Error, filter);
        }

        LineStyle style = new(arguments.GetValue(globals.HumanReadable), host.Time.LocalTimeZone);
        PlainOutput lines = new(output, host.Error, style, filter);
        return host.IsErrorTerminal && !filter.IsQuiet && !arguments.GetValue(globals.NoProgress)
            ? OnTerminal(host, lines, output, style, filter)
            : lines;
    }

    private static TerminalOutput OnTerminal(CliHost host, PlainOutput lines, LineWriter output, LineStyle style, OutputFilter filter)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(host.Error),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
        });
        ConsoleWriter aboveBars = new(console);

        // Where output and errors are one terminal, results too have to make the bars move down.
        PlainOutput linesAboveBars = new(host.IsOutputTerminal ? new LineWriter(aboveBars, isTerminal: true, host.Time) : output, aboveBars, style, filter);
        return new TerminalOutput(lines, linesAboveBars, console);
    }
}

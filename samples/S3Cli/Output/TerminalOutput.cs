using S3Cli.Failures;
using S3Cli.Output.Messages;
using Spectre.Console;

namespace S3Cli.Output;

/// <summary>Lines, and while work is done bars below them. The bars are on the standard error, so that the output can be a pipe.</summary>
internal sealed class TerminalOutput(IOutput lines, IOutput linesAboveBars, IAnsiConsole console) : IOutput
{
    private volatile bool _areBarsShown;

    private IOutput Current => _areBarsShown ? linesAboveBars : lines;

    public void Write(Message message) => Current.Write(message);

    public void Warn(string warning) => Current.Warn(warning);

    public void Fail(Failure failure) => Current.Fail(failure);

    public async Task WithProgressAsync(Func<IProgressBoard, Task> work)
    {
        lines.Flush();
        _areBarsShown = true;
        try
        {
            await ProgressBars.ShowAsync(console, work);
        }
        finally
        {
            _areBarsShown = false;
        }
    }

    public void Flush() => lines.Flush();
}

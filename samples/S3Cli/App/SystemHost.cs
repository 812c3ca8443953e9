using Microsoft.Win32.SafeHandles;
using S3Cli.Output;
using Spectre.Console;

namespace S3Cli.App;

/// <summary>The host that is the process itself.</summary>
internal static class SystemHost
{
    private const int StandardOutput = 1;

    public static CliHost Create() => new()
    {
        Input = Console.OpenStandardInput(),
        Output = new OutputStream(OpenOutput()),
        Error = Console.Error,
        IsOutputTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected && CanMoveCursor(),
    };

    /// <summary>Bars are drawn over each other, which dumb terminals cannot.</summary>
    private static bool CanMoveCursor() =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }).Profile.Capabilities.Ansi;

    /// <summary>
    /// The console's own stream says nothing when the reader of a pipe is gone, and an object would be fetched to the end for nobody. For files
    /// it is the right one: it writes where the last process that has the file open has ended.
    /// </summary>
    private static Stream OpenOutput()
    {
        if (OperatingSystem.IsWindows() || !Console.IsOutputRedirected)
        {
            return Console.OpenStandardOutput();
        }

        FileStream pipe = new(new SafeFileHandle(StandardOutput, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        return pipe.CanSeek ? Console.OpenStandardOutput() : pipe;
    }
}

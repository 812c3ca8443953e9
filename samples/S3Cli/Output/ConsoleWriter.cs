using System.Text;
using Spectre.Console;

namespace S3Cli.Output;

/// <summary>Writes lines through a console that may be showing bars, which move down to make room.</summary>
internal sealed class ConsoleWriter(IAnsiConsole console) : TextWriter
{
    public override Encoding Encoding => Encoding.UTF8;

    public override void WriteLine(string? value) => console.WriteLine(value ?? string.Empty);

    public override void Write(char value) => console.Write(value.ToString());

    public override void Write(string? value) => console.Write(value ?? string.Empty);
}

using System.Text;
using System.Text.Json;

namespace S3Cli.Tests.Driving;

/// <summary>What one run of the tool has left: exit code, standard output, standard error.</summary>
internal sealed record CliRun(int ExitCode, byte[] OutputBytes, string Error)
{
    public string Output => Encoding.UTF8.GetString(OutputBytes);

    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries);

    public JsonElement[] Json => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    /// <summary>The run, if it went well; else a failed test that shows why.</summary>
    public CliRun Succeeded()
    {
        Assert.That(ExitCode, Is.Zero, Error);
        return this;
    }
}

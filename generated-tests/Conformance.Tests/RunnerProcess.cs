using S3Gen.Conformance.Running;

namespace S3Gen.Conformance.Tests;

/// <summary>One run of the program: what it printed and its exit code.</summary>
internal sealed record RunnerProcess(int ExitCode, string Output, string Errors)
{
    public string LastLine => Output.TrimEnd().Split('\n')[^1];

    public static async Task<RunnerProcess> RunAsync(params string[] arguments)
    {
        using StringWriter output = new();
        using StringWriter errors = new();
        int exitCode = await CommandLine.RunAsync(arguments, output, errors);
        return new RunnerProcess(exitCode, output.ToString(), errors.ToString());
    }
}

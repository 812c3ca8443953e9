using System.Diagnostics;

namespace S3Gen.Generator.Tests.Harness;

/// <summary>Runs the <c>dotnet</c> command of this machine and keeps what it prints.</summary>
internal sealed record DotnetCommand(int ExitCode, string Output)
{
    public static async Task<DotnetCommand> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        // A build started by another build must not take over what the outer one told its own MSBuild.
        foreach (string inherited in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new DotnetCommand(process.ExitCode, output + await errors);
    }
}

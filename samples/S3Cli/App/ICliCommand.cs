using System.CommandLine;

namespace S3Cli.App;

/// <summary>One command of the tool.</summary>
internal interface ICliCommand
{
    /// <summary>Its name, arguments, options and help.</summary>
    Command Definition { get; }

    /// <summary>Does it. What fails is thrown, or, of many things, told to the output.</summary>
    Task<ExitCode> RunAsync(CommandContext context, CancellationToken cancellationToken);
}

using S3Gen.Runtime;

namespace S3Cli.App;

/// <summary>What the tool has of the world around it.</summary>
internal sealed record CliHost
{
    public required Stream Input { get; init; }

    public required Stream Output { get; init; }

    public required TextWriter Error { get; init; }

    /// <summary>Whether people look at the output, rather than a pipe or a file.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether people look at the errors, on a terminal where bars can be drawn among them.</summary>
    public bool IsErrorTerminal { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where credentials come from; null for what environment and profile say.</summary>
    public ICredentialProvider? Credentials { get; init; }
}

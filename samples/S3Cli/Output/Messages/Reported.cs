namespace S3Cli.Output.Messages;

/// <summary>Something was left out.</summary>
internal sealed record WarningGiven(string Warning) : Message
{
    public override string ToLine(LineStyle style) => Warning;
}

/// <summary>Something went wrong.</summary>
internal sealed record FailureReported(string What, string Why, string? Fix, int ExitCode) : Message
{
    public string? Code { get; init; }

    public string? RequestId { get; init; }

    public IReadOnlyList<string>? Details { get; init; }

    public override string ToLine(LineStyle style) => Why;
}

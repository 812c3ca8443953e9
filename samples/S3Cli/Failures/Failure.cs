using S3Cli.App;

namespace S3Cli.Failures;

/// <summary>What went wrong, for people: what, why, and what to do about it.</summary>
/// <param name="What">What could not be done, e.g. <c>upload of a.txt</c>, or the command's name.</param>
/// <param name="Why">The cause, without a full stop.</param>
/// <param name="Fix">What to do; null if there is nothing to say.</param>
/// <param name="ExitCode">What the process ends with if this is all that it did.</param>
internal sealed record Failure(string What, string Why, string? Fix, ExitCode ExitCode)
{
    /// <summary>The service's code, e.g. <c>NoSuchKey</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The service's id of the request.</summary>
    public string? RequestId { get; init; }

    /// <summary>Causes of the cause, for <c>--verbose</c>; messages alone.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    /// <summary>One line: what, why, fix.</summary>
    public string ToLine() => $"{ToolName.Text}: {What}: {Why}.{(Fix is null ? string.Empty : $" {Fix}.")}";
}

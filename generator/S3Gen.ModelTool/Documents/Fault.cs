namespace S3Gen.ModelTool.Documents;

/// <summary>Something wrong in a model file, at a line and column counted from 1 where these are known.</summary>
internal sealed record Fault(string File, TextPosition? Position, string Message)
{
    /// <summary>Id of the generator's diagnostic; null for what the tool alone finds.</summary>
    public string? Id { get; init; }

    public bool IsWarning { get; init; }

    public override string ToString()
    {
        string place = Position is { } at ? $"{File}({at.Line},{at.Column})" : File;
        string severity = IsWarning ? "warning" : "error";
        return Id is null ? $"{place}: {severity} {Message}" : $"{place}: {severity} {Id}: {Message}";
    }
}

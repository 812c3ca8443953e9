namespace S3Gen.ModelTool.Documents;

/// <summary>Something wrong in a model file, at a line and column counted from 1 where these are known.</summary>
internal sealed record Fault(string File, TextPosition? Position, string Message)
{
    public override string ToString() =>
        Position is { } at ? $"{File}({at.Line},{at.Column}): error {Message}" : $"{File}: error {Message}";
}

namespace S3Gen.ModelTool.Diff;

/// <summary>A change of the API, in a reviewer's words.</summary>
internal sealed record Change(string Text, bool IsBreaking);

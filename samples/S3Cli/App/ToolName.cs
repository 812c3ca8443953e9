namespace S3Cli.App;

/// <summary>The name under which people call the tool.</summary>
internal static class ToolName
{
    public const string Text = "s3g";
}

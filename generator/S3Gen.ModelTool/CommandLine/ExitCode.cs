namespace S3Gen.ModelTool.CommandLine;

/// <summary>As with diff(1): differences and faults are an answer, trouble is not.</summary>
internal static class ExitCode
{
    public const int Success = 0;
    public const int Findings = 1;
    public const int Trouble = 2;
}

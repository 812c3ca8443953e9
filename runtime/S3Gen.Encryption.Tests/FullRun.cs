namespace S3Gen.Encryption.Tests;

/// <summary>Whether everything runs, as in CI (<c>S3GEN_FULL=1</c>), or what fits into the few minutes that somebody waits for.</summary>
internal static class FullRun
{
    private static readonly bool IsOn = Environment.GetEnvironmentVariable("S3GEN_FULL") == "1";

    /// <summary>How many cases a property is tried with: all in a full run, else a fifth.</summary>
    public static int Cases(int all) => IsOn ? all : all / 5;
}

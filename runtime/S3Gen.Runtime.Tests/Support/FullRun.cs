namespace S3Gen.Runtime.Tests.Support;

/// <summary>How much is tried of what has no end: all that CI asks for (<c>S3GEN_FULL=1</c>), or what fits into the few minutes that somebody waits for.</summary>
internal static class FullRun
{
    private static bool IsOn => Environment.GetEnvironmentVariable("S3GEN_FULL") == "1";

    /// <summary>How many cases of a property are tried: all of a full run, or a tenth.</summary>
    public static int Cases(int all) => IsOn ? all : all / 10;
}

namespace S3Gen.Generator.Tests.Harness;

/// <summary>Whether everything runs, as in CI (<c>S3GEN_FULL=1</c>), or what fits into the few minutes that somebody waits for.</summary>
internal static class FullRun
{
    public static bool IsOn => Environment.GetEnvironmentVariable("S3GEN_FULL") == "1";

    /// <summary>Leaves a long test out of a short run, and says how to have it.</summary>
    public static void Require(string what)
    {
        if (!IsOn)
        {
            Assert.Ignore($"Left out of the short run, since {what} takes long; S3GEN_FULL=1, as in CI, includes it.");
        }
    }
}

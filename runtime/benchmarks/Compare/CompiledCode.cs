using System.Runtime;

namespace S3Gen.Benchmarks.Compare;

/// <summary>
/// Tells when code is compiled as it will stay. Methods are compiled anew, in the background, once they have been called often and nothing new
/// was called for a tenth of a second; on a busy machine that takes a while.
/// </summary>
internal static class CompiledCode
{
    private const int Few = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    /// <summary>Runs passes, with pauses, until hardly anything was compiled during one of them.</summary>
    public static async Task SettleAsync(int maxPasses, Func<Task> pass)
    {
        long before;
        int passes = 0;
        do
        {
            before = JitInfo.GetCompiledMethodCount();
            await pass();
            await Task.Delay(Pause);
            passes++;
        }
        while (passes < maxPasses && JitInfo.GetCompiledMethodCount() - before > Few);
    }
}

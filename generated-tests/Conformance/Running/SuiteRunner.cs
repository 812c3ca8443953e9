using S3Gen.Conformance.Cases;

namespace S3Gen.Conformance.Running;

/// <summary>Runs cases one after the other and reports on them: a line for each failure, and the sum at the end.</summary>
internal sealed class SuiteRunner(TextWriter output)
{
    /// <returns>Whether all cases passed.</returns>
    public async Task<bool> RunAsync(IEnumerable<ConformanceCase> cases)
    {
        int passed = 0;
        int failed = 0;
        foreach (ConformanceCase current in cases)
        {
            IReadOnlyList<string> differences = await FindDifferencesAsync(current);
            if (differences.Count == 0)
            {
                passed++;
                continue;
            }

            failed++;
            await output.WriteLineAsync($"FAIL {current.Id}: {OneLine(string.Join("; ", differences))}");
        }

        await output.WriteLineAsync($"{passed} passed, {failed} failed");
        return failed == 0;
    }

    /// <summary>Runs one case. Whatever the client throws that the suite did not expect is how the case failed.</summary>
    public static async Task<IReadOnlyList<string>> FindDifferencesAsync(ConformanceCase current)
    {
        try
        {
            return await current.RunAsync();
        }
        catch (Exception exception)
        {
            return [$"{exception.GetType().Name}: {exception.Message}"];
        }
    }

    private static string OneLine(string text) => text.Replace("\r", "\\r", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}

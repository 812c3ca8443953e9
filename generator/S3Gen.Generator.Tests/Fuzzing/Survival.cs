using Microsoft.CodeAnalysis;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Fuzzing;

/// <summary>What may come of any input: errors and no code, or code that compiles. Never an exception out of the generator.</summary>
internal static class Survival
{
    /// <summary>How many cases a property tries: few in the suite, a third of them in the short run, S3GEN_FUZZ times as many for who looks for faults.</summary>
    public static int Cases(int suite) =>
        int.TryParse(Environment.GetEnvironmentVariable("S3GEN_FUZZ"), out int times) ? suite * times : FullRun.IsOn ? suite : (suite + 2) / 3;

    public static void Check(string model, string? overlay = null, params (string Key, string Value)[] metadata) =>
        Check(GeneratorRun.Of(model, overlay, metadata), $"{model}\n{overlay}\n{string.Join(' ', metadata)}");

    public static void Check(GeneratorRun run, string input)
    {
        GeneratorRunResult result = run.Result.Results.Single();
        if (result.Exception is { } exception)
        {
            throw new AssertionException($"{exception}\nof\n{input}");
        }

        if (result.Diagnostics.Any(found => found.Severity == DiagnosticSeverity.Error))
        {
            Assert.That(result.GeneratedSources, Is.Empty, "an error, and code nevertheless");
            return;
        }

        if (result.GeneratedSources.IsEmpty)
        {
            throw new AssertionException($"neither an error nor code of\n{input}");
        }

        Diagnostic[] faults = [.. run.Generated.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)];
        if (faults.Length > 0)
        {
            string source = faults[0].Location.SourceTree?.GetText().Lines[faults[0].Location.GetLineSpan().StartLinePosition.Line].ToString() ?? string.Empty;
            throw new AssertionException($"{faults[0]}\n{source}\nof\n{input}");
        }
    }
}

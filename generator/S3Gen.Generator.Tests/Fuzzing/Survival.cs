using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Fuzzing;

/// <summary>What may come of any input: errors and no code, or code that compiles. Never an exception out of the generator.</summary>
internal static class Survival
{
    /// <summary>Code that compiled before: many changes of a model come to the same code.</summary>
    private static readonly ConcurrentDictionary<string, bool> Compiled = new();

    private static readonly GeneratorRun Zoo = GeneratorRun.Of(TraitZoo.Model);

    /// <summary>How many cases a property tries: few in the suite, a third of them in the short run, S3GEN_FUZZ times as many for who looks for faults.</summary>
    public static int Cases(int suite) =>
        int.TryParse(Environment.GetEnvironmentVariable("S3GEN_FUZZ"), out int times) ? suite * times : FullRun.IsOn ? suite : (suite + 2) / 3;

    public static void Check(string model, string? overlay = null, params (string Key, string Value)[] metadata) =>
        Check(GeneratorRun.Of(model, overlay, metadata), $"{model}\n{overlay}\n{string.Join(' ', metadata)}");

    /// <summary>The zoo after it was changed: what the change does not touch is not generated again.</summary>
    public static void CheckZoo(string model) => Check(Zoo.AfterEditing(Zoo.Files[0].With(model)), model);

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

        string code = string.Join('\0', result.GeneratedSources.Select(source => Convert.ToHexString(source.SourceText.GetChecksum().AsSpan())));
        if (Compiled.ContainsKey(code))
        {
            return;
        }

        Diagnostic[] faults = [.. run.Generated.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)];
        if (faults.Length > 0)
        {
            string source = faults[0].Location.SourceTree?.GetText().Lines[faults[0].Location.GetLineSpan().StartLinePosition.Line].ToString() ?? string.Empty;
            throw new AssertionException($"{faults[0]}\n{source}\nof\n{input}");
        }

        Compiled[code] = true;
    }
}

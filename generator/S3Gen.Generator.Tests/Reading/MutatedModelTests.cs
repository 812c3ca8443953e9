using CsCheck;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Reading;

/// <summary>Whatever happens to a model: it yields diagnostics or C# that parses, and never an exception out of the generator.</summary>
public sealed class MutatedModelTests
{
    private static readonly string[] Tokens =
    [
        "\"", "{", "}", "[", "]", ",", ":", "null", "true", "0", "-1e999", "\"\"", "\"smithy.api#Unit\"", "\"shelf#Book\"", "\"structure\"", "\"list\"",
        "\"map\"", "\"union\"", "\"operation\"", "\"target\"", "\"type\"", "\"members\"", "\"traits\"", "\\u0000", "\\ud800", "#", "$", "/{Id}", "\u2028",
    ];

    [Test]
    public void Truncated_model_is_refused() =>
        Gen.Int[0, Models.Shelf.Length - 2].Sample(length => Survives(Models.Shelf[..length]), iter: 60);

    [Test]
    public void Model_with_tokens_overwritten_is_refused_or_generates() =>
        Gen.Select(Gen.Int[0, Models.Shelf.Length - 1], Gen.Int[0, 12], Gen.Int[0, Tokens.Length - 1].Select(i => Tokens[i])).Array[1, 3].Sample(
            edits => Survives(edits.Aggregate(Models.Shelf, Overwrite)), iter: 150);

    [Test]
    public void Model_with_words_exchanged_is_refused_or_generates()
    {
        string[] words = ["\"shelf#Book\"", "\"shelf#Books\"", "\"shelf#PutBookInput\"", "\"shelf#PutBook\"", "\"shelf#Closed\"", "\"smithy.api#String\"", "\"smithy.api#httpPayload\"", "\"smithy.api#httpLabel\"", "\"smithy.api#httpQuery\"", "\"structure\"", "\"operation\"", "\"list\"", "\"Title\"", "\"Id\""];
        Gen.Select(Gen.Int[0, words.Length - 1].Select(i => words[i]), Gen.Int[0, words.Length - 1].Select(i => words[i])).Array[1, 3].Sample(
            pairs => Survives(pairs.Aggregate(Models.Shelf, (model, pair) => model.Replace(pair.Item1, pair.Item2, StringComparison.Ordinal))), iter: 150);
    }

    private static string Overwrite(string model, (int Start, int Length, string Token) edit)
    {
        int start = Math.Min(edit.Start, model.Length);
        int end = Math.Min(model.Length, start + edit.Length);
        return string.Concat(model.AsSpan(0, start), edit.Token, model.AsSpan(end));
    }

    private static bool Survives(string model)
    {
        GeneratorRunResult result = GeneratorRun.Of(model).Result.Results.Single();
        return result.Exception is null
            && (result.Diagnostics.Any() || result.GeneratedSources.Length > 0)
            && result.GeneratedSources.All(source => !CSharpSyntaxTree.ParseText(source.SourceText).GetDiagnostics().Any(fault => fault.Severity == DiagnosticSeverity.Error));
    }
}

using System.Text;
using CsCheck;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Fuzzing;

/// <summary>Models whose text was damaged.</summary>
public sealed class MutatedTextTests
{
    private const int TruncationStep = 23;

    private static readonly string[] Tokens =
    [
        "\"", "{", "}", "[", "]", ",", ":", "null", "true", "0", "-1e999", "\"\"", "\"smithy.api#Unit\"", "\"shelf#Book\"", "\"structure\"", "\"list\"",
        "\"map\"", "\"union\"", "\"operation\"", "\"target\"", "\"type\"", "\"members\"", "\"traits\"", "\\u0000", "\\ud800", "\ud800", "#", "$", "/{Id}", "\u2028", "\ufffd", "\ufeff",
    ];

    [Test]
    public void A_model_cut_short_anywhere_is_refused()
    {
        for (int length = 0; length < Models.Shelf.Length - 1; length += Math.Max(1, TruncationStep / Survival.Cases(1)))
        {
            GeneratorRun run = GeneratorRun.Of(Models.Shelf[..length]);

            Assert.That(run.Diagnostics.Select(found => found.Id), Is.EqualTo(new[] { "S3GEN001" }), $"cut at {length}");
        }
    }

    [Test]
    public void A_model_with_tokens_overwritten_is_refused_or_generates() =>
        Gen.Select(Gen.Int[0, Models.Shelf.Length - 1], Gen.Int[0, 12], Odd.Any(Tokens)).Array[1, 3].Sample(
            edits => Survival.Check(edits.Aggregate(Models.Shelf, Overwrite)), iter: Survival.Cases(80));

    [Test]
    public void A_model_with_bytes_overwritten_is_refused_or_generates() =>
        Gen.Select(Gen.Int[0, Models.Shelf.Length - 1], Gen.Byte).Array[1, 4].Sample(
            edits =>
            {
                byte[] utf8 = Encoding.UTF8.GetBytes(Models.Shelf);
                foreach ((int at, byte value) in edits)
                {
                    utf8[at] = value;
                }

                Survival.Check(Encoding.UTF8.GetString(utf8));
            },
            iter: Survival.Cases(50));

    [Test]
    public void A_model_with_words_exchanged_is_refused_or_generates()
    {
        string[] words =
        [
            "\"shelf#Book\"", "\"shelf#Books\"", "\"shelf#PutBookInput\"", "\"shelf#PutBook\"", "\"shelf#Closed\"", "\"smithy.api#String\"", "\"smithy.api#httpPayload\"",
            "\"smithy.api#httpLabel\"", "\"smithy.api#httpQuery\"", "\"structure\"", "\"operation\"", "\"list\"", "\"Title\"", "\"Id\"",
        ];
        Gen.Select(Odd.Any(words), Odd.Any(words)).Array[1, 3].Sample(
            pairs => Survival.Check(pairs.Aggregate(Models.Shelf, (model, pair) => model.Replace(pair.Item1, pair.Item2, StringComparison.Ordinal))), iter: Survival.Cases(50));
    }

    [Test]
    public void Nesting_without_end_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("[", 100_000));

        Assert.That(GeneratorRun.Of(Models.Shelf.With("\"version\": \"2026-01-01\"", $"\"version\": {deep}")).Diagnostics.Single().Id, Is.EqualTo("S3GEN001"));
    }

    [TestCase("\"shelf#Closed\": {", "\"shelf#Book\":  {")]
    [TestCase("\"Pages\":", "\"Title\" :")]
    [TestCase("\"version\":", "\"type\" :")]
    public void A_name_that_stands_twice_in_an_object_is_refused_at_the_second(string name, string twin) =>
        Faulty.Refuses(Models.Shelf.With(name, twin), "S3GEN001", twin, "stands twice");

    private static string Overwrite(string model, (int Start, int Length, string Token) edit)
    {
        int start = Math.Min(edit.Start, model.Length);
        int end = Math.Min(model.Length, start + edit.Length);
        return string.Concat(model.AsSpan(0, start), edit.Token, model.AsSpan(end));
    }
}

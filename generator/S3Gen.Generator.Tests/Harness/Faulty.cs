using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace S3Gen.Generator.Tests.Harness;

/// <summary>Asserts what the generator says of a model that is wrong in one place.</summary>
internal static class Faulty
{
    /// <summary>The text with one part replaced, which has to be there.</summary>
    public static string With(this string model, string replace, string with)
    {
        string faulty = model.Replace(replace, with, StringComparison.Ordinal);
        Assert.That(faulty, Is.Not.EqualTo(model), "the test breaks nothing");
        return faulty;
    }

    /// <summary>The first diagnostic has this id, stands where <paramref name="at"/> begins, and nothing is generated.</summary>
    public static void Refuses(string model, string id, string at, string? message = null, string? overlay = null)
    {
        GeneratorRun run = GeneratorRun.Of(model, overlay);
        string text = overlay is not null && overlay.Contains(at, StringComparison.Ordinal) ? overlay : model;
        Assert.That(text, Does.Contain(at));

        Assert.That(run.Diagnostics, Is.Not.Empty);
        Diagnostic diagnostic = run.Diagnostics[0];
        FileLinePositionSpan place = diagnostic.Location.GetLineSpan();
        Assert.That(diagnostic.Id, Is.EqualTo(id), diagnostic.ToString());
        Assert.That(place.Path, Is.EqualTo(ReferenceEquals(text, model) ? "model.json" : "overlay.json"));
        Assert.That(place.StartLinePosition, Is.EqualTo(SourceText.From(text).Lines.GetLinePosition(text.IndexOf(at, StringComparison.Ordinal))), diagnostic.ToString());
        Assert.That(diagnostic.ToString(), Does.Contain(message ?? string.Empty));
        Assert.That(run.Sources, Is.Empty);
    }
}

using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace S3Gen.Benchmarks.Generation;

/// <summary>A file of the model in memory, as the compiler hands it to the generator.</summary>
internal sealed class ModelText(string name, string text) : AdditionalText
{
    private readonly SourceText _text = SourceText.From(text, Encoding.UTF8);

    public override string Path { get; } = name;

    public string Content { get; } = text;

    /// <summary>The file of the repository.</summary>
    public static ModelText Load(string name) =>
        new(name, File.ReadAllText(System.IO.Path.Combine(RepositoryFolder.Find(), "model", name)));

    public override SourceText GetText(CancellationToken cancellationToken = default) => _text;
}

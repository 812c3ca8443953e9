using Microsoft.CodeAnalysis.Text;

namespace S3Gen.Generator.Reading;

/// <summary>The text of a file with its path; equal where the content is.</summary>
internal sealed class SourceDocument(string path, SourceText text) : IEquatable<SourceDocument>
{
    public string Path { get; } = path;

    public SourceText Text { get; } = text;

    public bool Equals(SourceDocument? other) =>
        other is not null && (ReferenceEquals(this, other) || (Path == other.Path && Text.ContentEquals(other.Text)));

    public override bool Equals(object? obj) => Equals(obj as SourceDocument);

    public override int GetHashCode() => Path.GetHashCode() ^ Text.Length;
}

namespace S3Gen.Generator.Emitting.Views;

/// <summary>The frame of every file: header, usings and namespace around its code.</summary>
internal sealed class FileView : ITemplateView
{
    string ITemplateView.Template => "file";

    public required string ShapeId { get; init; }

    public required string Usings { get; init; }

    public required string Namespace { get; init; }

    public required string Body { get; init; }
}

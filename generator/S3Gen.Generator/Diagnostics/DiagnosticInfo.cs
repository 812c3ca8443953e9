using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Diagnostics;

/// <summary>A diagnostic before Roslyn sees it: comparable by value, with a place in the JSON file.</summary>
internal sealed record DiagnosticInfo(string Id, string Path, SourcePosition Position, EquatableArray<string> Arguments)
{
    public Diagnostic ToDiagnostic() =>
        Diagnostic.Create(DiagnosticCatalog.Find(Id), Position.ToLocation(Path), Arguments.ToArray<object>());
}

/// <summary>A place in a file, zero-based as Roslyn counts.</summary>
internal readonly record struct SourcePosition(int Offset, int Line, int Column)
{
    public Location ToLocation(string path)
    {
        LinePosition position = new(Line, Column);
        return Location.Create(path, new TextSpan(Offset, 0), new LinePositionSpan(position, position));
    }
}

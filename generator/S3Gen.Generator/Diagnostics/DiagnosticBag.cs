using Microsoft.CodeAnalysis;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Diagnostics;

/// <summary>Collects what is wrong with a model while it is read, instead of throwing at the first fault.</summary>
internal sealed class DiagnosticBag
{
    private readonly List<DiagnosticInfo> _items = [];

    /// <summary>Whether something is so wrong that nothing can be generated.</summary>
    public bool HasErrors => _items.Exists(item => DiagnosticCatalog.Find(item.Id).DefaultSeverity == DiagnosticSeverity.Error);

    public void Add(DiagnosticDescriptor descriptor, string path, SourcePosition position, params string[] arguments) =>
        _items.Add(new DiagnosticInfo(descriptor.Id, path, position, arguments.ToEquatableArray()));

    public void AddRange(IEnumerable<DiagnosticInfo> diagnostics) => _items.AddRange(diagnostics);

    public EquatableArray<DiagnosticInfo> ToEquatableArray() => new(_items);
}

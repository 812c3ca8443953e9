using System.Text.Json;

namespace S3Gen.ModelCases.Model;

/// <summary>A service's Smithy model, with the overlays applied. It is read for the tests alone and owes the generator nothing.</summary>
public sealed class ServiceModel
{
    private readonly Dictionary<string, Shape> _shapes = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, OperationShape> _operations = new(StringComparer.Ordinal);

    internal ServiceModel(string serviceId) => ServiceId = serviceId;

    /// <summary>Id of the service shape.</summary>
    public string ServiceId { get; }

    /// <summary>Traits of the service shape.</summary>
    public TraitSet Service { get; } = new();

    /// <summary>The operations by name.</summary>
    public IReadOnlyCollection<OperationShape> Operations => _operations.Values;

    /// <summary>All error shapes by name.</summary>
    public IEnumerable<Shape> Errors => _shapes.Values.Where(shape => shape.Traits.Has(Traits.Error)).OrderBy(shape => shape.Name, StringComparer.Ordinal);

    /// <summary>Whether an error document wraps the error in another element.</summary>
    public bool WrapsErrors => Service.Field(Traits.RestXml, "noErrorWrapping") is not { ValueKind: JsonValueKind.True };

    public Shape this[string id] => _shapes.TryGetValue(id, out Shape? shape) ? shape : throw new KeyNotFoundException($"The model has no shape '{id}'.");

    public OperationShape Operation(string name) =>
        _operations.TryGetValue(name, out OperationShape? operation) ? operation : throw new KeyNotFoundException($"The model has no operation '{name}'.");

    internal void Add(Shape shape) => _shapes[shape.Id] = shape;

    internal void Add(OperationShape operation) => _operations.Add(operation.Name, operation);
}

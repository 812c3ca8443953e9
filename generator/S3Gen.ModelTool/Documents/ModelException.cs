namespace S3Gen.ModelTool.Documents;

/// <summary>A model file is not usable; each fault says where and why.</summary>
internal sealed class ModelException(IReadOnlyList<Fault> faults) : Exception(string.Join('\n', faults))
{
    public ModelException(string file, TextPosition? position, string message)
        : this([new Fault(file, position, message)])
    {
    }

    public IReadOnlyList<Fault> Faults { get; } = faults;
}

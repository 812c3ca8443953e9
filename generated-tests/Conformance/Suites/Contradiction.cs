using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Suites;

/// <summary>
/// An input that contradicts itself or the model, so that nothing may be sent. The client has to refuse it by name; the rest of the
/// case is held against the input without the contradiction.
/// </summary>
internal abstract class Contradiction
{
    /// <summary>What the refusal has to name.</summary>
    protected abstract string Culprit { get; }

    public static IReadOnlyList<Contradiction> In(OperationShape operation, StructureValue input) =>
    [
        .. new Contradiction?[] { ContradictoryLength.Find(operation, input), UnknownChecksum.Find(operation, input), OverfullUnion.Find(operation, input) }
            .OfType<Contradiction>(),
    ];

    /// <summary>Sends an input as it is; what is wrong is that it is not refused, or that the reason names none of the culprits.</summary>
    public static async Task<IReadOnlyList<string>> RefusalAsync(IReadOnlyList<Contradiction> contradictions, Func<Task<WireRequest?>> sendAsync)
    {
        string culprits = string.Join(" or ", contradictions.Select(contradiction => contradiction.Culprit));
        try
        {
            await sendAsync();
        }
        catch (ArgumentException exception)
        {
            bool isNamed = contradictions.Any(contradiction => exception.Message.Contains(contradiction.Culprit, StringComparison.Ordinal));
            return isNamed ? [] : [$"the refusal does not name {culprits}: {exception.Message}"];
        }

        return [$"{culprits} contradicts the rest, and is not refused"];
    }

    /// <summary>The input without the contradiction.</summary>
    public abstract StructureValue Mend(StructureValue input);

    /// <summary>The request that is due for the mended form of <paramref name="input"/>.</summary>
    public abstract WireRequest Mend(WireRequest expected, StructureValue input);
}

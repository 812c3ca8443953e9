namespace S3Gen.Conformance.Cases;

/// <summary>One case of a suite.</summary>
/// <param name="Id">Its name in reports.</param>
/// <param name="RunAsync">Carries it out and says what differed; nothing if it passed.</param>
internal sealed record ConformanceCase(string Id, Func<Task<IReadOnlyList<string>>> RunAsync)
{
    public override string ToString() => Id;
}

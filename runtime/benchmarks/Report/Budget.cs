using System.Globalization;

namespace S3Gen.Benchmarks.Report;

/// <summary>A limit that the project has set itself, and what was measured.</summary>
internal sealed record Budget(string What, double Limit, double Measured, string Unit, bool IsLeast = false)
{
    public bool IsMet => IsLeast ? Measured >= Limit : Measured <= Limit;

    public string ToRow() => string.Create(
        CultureInfo.InvariantCulture, $"| {What} | {(IsLeast ? "≥" : "≤")} {Limit:0.##}{Unit} | {Measured:0.##}{Unit} | {(IsMet ? "yes" : "**no**")} |\n");
}

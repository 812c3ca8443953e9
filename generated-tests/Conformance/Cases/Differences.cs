namespace S3Gen.Conformance.Cases;

/// <summary>Collects what differs between what was due and what was found.</summary>
internal static class Differences
{
    public static void Add<T>(List<string> differences, string what, T due, T found)
    {
        if (!EqualityComparer<T>.Default.Equals(due, found))
        {
            differences.Add($"{what}: expected {Show(due)}, got {Show(found)}");
        }
    }

    private static string Show<T>(T value) => value is null ? "none" : $"'{value}'";
}

namespace S3Gen.Runtime.Configuration;

/// <summary>Guesses what somebody meant who misspelt a name.</summary>
internal static class NearestName
{
    private const int MostEdits = 3;

    /// <summary>The name that takes the fewest edits, if few enough; else null.</summary>
    internal static string? Find(string misspelt, IEnumerable<string> names) =>
        names.Select(name => (Name: name, Edits: Distance(misspelt, name)))
            .Where(candidate => candidate.Edits <= Math.Min(MostEdits, candidate.Name.Length / 3))
            .OrderBy(static candidate => candidate.Edits)
            .Select(static candidate => candidate.Name)
            .FirstOrDefault();

    /// <summary>Letters to insert, delete or change, whatever their case (Levenshtein).</summary>
    private static int Distance(string from, string to)
    {
        int[] row = [.. Enumerable.Range(0, to.Length + 1)];
        for (int i = 0; i < from.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i + 1;
            for (int j = 0; j < to.Length; j++)
            {
                int change = diagonal + (char.ToUpperInvariant(from[i]) == char.ToUpperInvariant(to[j]) ? 0 : 1);
                diagonal = row[j + 1];
                row[j + 1] = Math.Min(change, Math.Min(row[j], diagonal) + 1);
            }
        }

        return row[^1];
    }
}

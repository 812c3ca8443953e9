namespace S3Gen.Generator.Reading;

/// <summary>Identifiers and shape ids as Smithy defines them.</summary>
/// <seealso href="https://smithy.io/2.0/spec/model.html#shape-id"/>
internal static class SmithyNames
{
    public static bool IsShapeId(string id)
    {
        int hash = id.IndexOf('#');
        return hash > 0 && IsIdentifier(id.Substring(hash + 1)) && id.Substring(0, hash).Split('.').All(IsIdentifier);
    }

    /// <summary>A letter, or underscores with a letter or a digit after them; then letters, digits and underscores.</summary>
    public static bool IsIdentifier(string name)
    {
        int start = 0;
        while (start < name.Length && name[start] == '_')
        {
            start++;
        }

        return start < name.Length && (IsLetter(name[start]) || start > 0) && name.All(c => IsLetter(c) || c is (>= '0' and <= '9') or '_');
    }

    private static bool IsLetter(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');
}

namespace S3Gen.Runtime.Diagnostics;

/// <summary>Names as telemetry writes them: <c>ListObjectsV2</c> is <c>list_objects_v2</c>.</summary>
internal static class SnakeCase
{
    internal static string Of(string name)
    {
        Span<char> text = name.Length <= 128 ? stackalloc char[256] : new char[name.Length * 2];
        int length = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsAsciiLetterUpper(name[i]) && BeginsWord(name, i))
            {
                text[length++] = '_';
            }

            text[length++] = char.ToLowerInvariant(name[i]);
        }

        return new string(text[..length]);
    }

    private static bool BeginsWord(string name, int i) =>
        !char.IsAsciiLetterUpper(name[i - 1]) || (i + 1 < name.Length && char.IsAsciiLetterLower(name[i + 1]));
}

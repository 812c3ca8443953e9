namespace S3Gen.ModelTool.Check;

/// <summary>C# names of shapes and members: words joined, each with an upper-case first letter.</summary>
internal static class CSharpName
{
    public static string OfType(string shape, bool isError)
    {
        string name = OfMember(shape);
        return isError && !name.EndsWith("Exception", StringComparison.Ordinal) ? name + "Exception" : name;
    }

    public static string OfMember(string member)
    {
        bool atStart = true;
        System.Text.StringBuilder name = new(member.Length);
        foreach (char c in member)
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                name.Append(atStart ? char.ToUpperInvariant(c) : c);
            }

            atStart = !char.IsAsciiLetterOrDigit(c);
        }

        return name.ToString();
    }
}

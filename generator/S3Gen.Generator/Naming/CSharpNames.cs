using System.Globalization;
using System.Text;

namespace S3Gen.Generator.Naming;

/// <summary>Turns names of the model into C# identifiers, always in the same way.</summary>
internal static class CSharpNames
{
    private static readonly HashSet<string> Keywords =
    [
        "abstract", "as", "base", "bool", "break", "byte", "case", "catch", "char", "checked", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "goto", "if", "implicit", "in", "int", "interface", "internal", "is", "lock", "long", "namespace", "new", "null",
        "object", "operator", "out", "override", "params", "private", "protected", "public", "readonly", "ref", "return", "sbyte",
        "sealed", "short", "sizeof", "stackalloc", "static", "string", "struct", "switch", "this", "throw", "true", "try", "typeof",
        "uint", "ulong", "unchecked", "unsafe", "ushort", "using", "virtual", "void", "volatile", "while", "await", "yield",
        "var", "record", "required", "scoped", "file", "dynamic", "nameof", "when", "where", "with", "async",
    ];

    /// <summary>Names that the bodies of generated methods use themselves.</summary>
    private static readonly HashSet<string> ReservedLocals = ["request", "response", "head", "header", "reader", "name", "xml", "instance", "client", "details", "payload", "cancellationToken", "content", "message", "unknownMember"];

    private static readonly HashSet<string> ObjectMembers =
        ["Equals", "GetHashCode", "GetType", "ToString", "MemberwiseClone", "ReferenceEquals", "Finalize"];

    /// <summary>Names that an enum's constants avoid.</summary>
    public static IReadOnlyCollection<string> EnumMembers { get; } = [.. ObjectMembers, "Value", "FromString"];

    /// <summary>The name of a type or a property: the model's, with its first letter upper-cased and what C# forbids left out.</summary>
    public static string Pascal(string name)
    {
        if (IsPascal(name))
        {
            return name;
        }

        StringBuilder text = new(name.Length);
        bool upper = true;
        foreach (char c in name)
        {
            if (!char.IsLetterOrDigit(c) && c != '_')
            {
                upper = true;
                continue;
            }

            text.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return StartLegally(text);
    }

    /// <summary>A property's name: not that of its type, nor one that every object or its base class has.</summary>
    public static string Property(string name, string enclosingType, IReadOnlyCollection<string> inherited)
    {
        string property = Pascal(name);
        return property == enclosingType || ObjectMembers.Contains(property) || inherited.Contains(property) ? property + "Value" : property;
    }

    /// <summary>The name of a constant for an enum's wire value: <c>INTELLIGENT_TIERING</c> is <c>IntelligentTiering</c>.</summary>
    public static string EnumConstant(string wireValue)
    {
        StringBuilder text = new();
        foreach (string word in Words(wireValue.Replace("*", " All ")))
        {
            bool shouting = word.All(c => !char.IsLower(c));
            text.Append(char.ToUpperInvariant(word[0])).Append(shouting ? word.Substring(1).ToLowerInvariant() : word.Substring(1));
        }

        string name = text.Length == 0 ? "Empty" : StartLegally(text);
        return EnumMembers.Contains(name) ? name + "Constant" : name;
    }

    /// <summary>The name of a local variable or a parameter for a property.</summary>
    public static string Local(string property)
    {
        string local = Camel(property);
        if (ReservedLocals.Contains(local))
        {
            return local + "Value";
        }

        return Keywords.Contains(local) ? "@" + local : local;
    }

    // Most names are, and an edit of a model names everything anew.
    private static bool IsPascal(string name)
    {
        foreach (char c in name)
        {
            if (c is not ((>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_'))
            {
                return false;
            }
        }

        return name.Length > 0 && name[0] is >= 'A' and <= 'Z';
    }

    private static string Camel(string property)
    {
        int run = 0;
        while (run < property.Length && char.IsUpper(property[run]))
        {
            run++;
        }

        // The last capital of a run begins the next word: SSEKMSKeyId is ssekmsKeyId, ETag is eTag.
        int lower = run == property.Length || run <= 1 ? run : run - 1;
        return property.Substring(0, lower).ToLowerInvariant() + property.Substring(lower);
    }

    private static string[] Words(string text) =>
        new string([.. text.Select(c => char.IsLetterOrDigit(c) ? c : ' ')]).Split([' '], StringSplitOptions.RemoveEmptyEntries);

    private static string StartLegally(StringBuilder text)
    {
        if (text.Length == 0 || char.GetUnicodeCategory(text[0]) == UnicodeCategory.DecimalDigitNumber)
        {
            text.Insert(0, '_');
        }

        return text.ToString();
    }
}

using System.Text;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>Splits a command into program and arguments, as a shell would, without one: quotes hold together, and nothing is expanded.</summary>
internal static class CommandLine
{
    /// <exception cref="FormatException">A quote is not closed.</exception>
    internal static List<string> Split(string command, bool isWindows)
    {
        List<string> parts = [];
        StringBuilder part = new();
        bool isInside = false;
        char quote = '\0';
        for (int i = 0; i < command.Length; i++)
        {
            char c = command[i];
            if (c == '\\' && Escapes(command, i, quote, isWindows))
            {
                part.Append(command[++i]);
                isInside = true;
            }
            else if (quote != '\0' && c == quote)
            {
                quote = '\0';
            }
            else if (quote == '\0' && (c == '"' || (c == '\'' && !isWindows)))
            {
                quote = c;
                isInside = true;
            }
            else if (quote == '\0' && char.IsWhiteSpace(c))
            {
                End(parts, part, ref isInside);
            }
            else
            {
                part.Append(c);
                isInside = true;
            }
        }

        End(parts, part, ref isInside);
        return quote == '\0' ? parts : throw new FormatException("has a quote that is not closed");
    }

    /// <summary>On Windows a backslash is part of paths, but before a quote.</summary>
    private static bool Escapes(string command, int index, char quote, bool isWindows)
    {
        if (index + 1 >= command.Length || quote == '\'')
        {
            return false;
        }

        char next = command[index + 1];
        return isWindows ? next == '"' : quote != '"' || next is '"' or '\\';
    }

    private static void End(List<string> parts, StringBuilder part, ref bool isInside)
    {
        if (isInside)
        {
            parts.Add(part.ToString());
            part.Clear();
            isInside = false;
        }
    }
}

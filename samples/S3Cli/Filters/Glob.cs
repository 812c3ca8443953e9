namespace S3Cli.Filters;

/// <summary>A pattern of the shell's kind: <c>*</c> is any text, slashes too, <c>?</c> any character, <c>[a-z]</c> and <c>[!a-z]</c> one of a set.</summary>
internal sealed class Glob(string pattern)
{
    /// <summary>Whether all of the text fits. It takes at most pattern times text steps, whatever the pattern.</summary>
    public bool IsMatch(ReadOnlySpan<char> text)
    {
        int at = 0;
        int next = 0;
        int star = -1;
        int starText = 0;
        while (at < text.Length)
        {
            if (next < pattern.Length && pattern[next] == '*')
            {
                star = next++;
                starText = at;
            }
            else if (next < pattern.Length && MatchesOne(text[at], ref next))
            {
                at++;
            }
            else if (star >= 0)
            {
                next = star + 1;
                at = ++starText;
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(next).TrimStart('*').IsEmpty;
    }

    /// <summary>Whether the pattern's next element fits a character; then it is passed.</summary>
    private bool MatchesOne(char character, ref int next)
    {
        char element = pattern[next];
        int end = element == '[' ? EndOfSet(next) : -1;
        if (end < 0)
        {
            next++;
            return element == '?' || element == character;
        }

        ReadOnlySpan<char> set = pattern.AsSpan(next + 1, end - next - 1);
        bool isNegated = set[0] == '!';
        next = end + 1;
        return IsInSet(isNegated ? set[1..] : set, character) != isNegated;
    }

    /// <summary>Where the closing bracket is; a bracket that is never closed stands for itself. One that comes first is part of the set.</summary>
    private int EndOfSet(int open)
    {
        int first = open + 1;
        if (first < pattern.Length && pattern[first] == '!')
        {
            first++;
        }

        return first + 1 < pattern.Length ? pattern.IndexOf(']', first + 1) : -1;
    }

    private static bool IsInSet(ReadOnlySpan<char> set, char character)
    {
        for (int i = 0; i < set.Length; i++)
        {
            bool isRange = i + 2 < set.Length && set[i + 1] == '-';
            if (isRange ? character >= set[i] && character <= set[i + 2] : character == set[i])
            {
                return true;
            }

            i += isRange ? 2 : 0;
        }

        return false;
    }
}

using System.Text;
using System.Text.RegularExpressions;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Synthesis;

/// <summary>Finds a text that a pattern matches, for patterns as models have them: no look-around and no back references.</summary>
public sealed class PatternSampler
{
    private const int MaxRepeats = 128;
    private const int Unbounded = int.MaxValue;

    private readonly string _pattern;
    private readonly int _repeats;
    private int _position;

    private PatternSampler(string pattern, int repeats)
    {
        _pattern = pattern;
        _repeats = repeats;
    }

    /// <summary>A text of at least <paramref name="minLength"/> characters that the pattern matches.</summary>
    /// <exception cref="CaseException">None was found.</exception>
    public static string Sample(string pattern, int minLength)
    {
        for (int repeats = 1; repeats <= MaxRepeats; repeats++)
        {
            string text = new PatternSampler(pattern, repeats).Alternatives();
            if (text.Length >= minLength && Matches(text, pattern))
            {
                return text;
            }
        }

        throw new CaseException($"no text of {minLength} characters was found that '{pattern}' matches");
    }

    /// <summary>Whether a pattern of a model, which has the syntax of ECMAScript, matches: .NET knows no escaped underscore.</summary>
    public static bool Matches(string text, string pattern) => Regex.IsMatch(text, pattern.Replace(@"\_", "_", StringComparison.Ordinal));

    /// <summary>The first of several alternatives, up to the end of the group.</summary>
    private string Alternatives()
    {
        string first = Sequence();
        while (Accept('|'))
        {
            Sequence();
        }

        return first;
    }

    private string Sequence()
    {
        StringBuilder text = new();
        while (_position < _pattern.Length && _pattern[_position] is not ('|' or ')'))
        {
            int start = _position;
            string atom = Atom();
            int count = Quantifier();
            text.Append(atom);
            int end = _position;
            for (int i = 1; i < count; i++)
            {
                _position = start;
                text.Append(Atom());
            }

            text.Length -= count == 0 ? atom.Length : 0;
            _position = end;
        }

        return text.ToString();
    }

    private string Atom()
    {
        char c = _pattern[_position++];
        switch (c)
        {
            case '^' or '$':
                return string.Empty;
            case '.':
                return "x";
            case '(':
                return Group();
            case '[':
                return Class().ToString();
            case '\\':
                return Escape().ToString();
            default:
                return c.ToString();
        }
    }

    private string Group()
    {
        if (Accept('?'))
        {
            _position++;
        }

        string text = Alternatives();
        Accept(')');
        return text;
    }

    /// <summary>A character of a class; of a negated one, a letter or digit that it does not name.</summary>
    private char Class()
    {
        bool negated = Accept('^');
        int start = _position;
        do
        {
            _position += _pattern[_position] == '\\' ? 2 : 1;
        }
        while (_pattern[_position] != ']');
        string body = _pattern[start.._position++];
        return negated
            ? "xyz0129AB-_".First(c => Matches(c.ToString(), $"[^{body}]"))
            : body[0] == '\\' ? Escaped(body.AsSpan(1)) : body[0];
    }

    /// <summary>What follows a backslash outside of a class.</summary>
    private char Escape()
    {
        char c = Escaped(_pattern.AsSpan(_position));
        _position = _pattern[_position] == 'p' ? _pattern.IndexOf('}', _position) + 1 : _position + 1;
        return c;
    }

    private static char Escaped(ReadOnlySpan<char> escape) => escape switch
    {
        ['p', '{', 'N', ..] or ['d', ..] => '7',
        ['p', '{', 'Z', ..] or ['s', ..] => ' ',
        ['p', ..] or ['w' or 'S' or 'D', ..] => 'x',
        ['t', ..] => '\t',
        ['n', ..] => '\n',
        _ => escape[0],
    };

    private int Quantifier()
    {
        (int min, int max) = Accept('*') ? (0, Unbounded) : Accept('+') ? (1, Unbounded) : Accept('?') ? (0, 1) : Accept('{') ? Bounds() : (1, 1);
        Accept('?');
        return Math.Clamp(_repeats, min, max);
    }

    private (int Min, int Max) Bounds()
    {
        int close = _pattern.IndexOf('}', _position);
        string[] parts = _pattern[_position..close].Split(',');
        _position = close + 1;
        int min = int.Parse(parts[0], System.Globalization.CultureInfo.InvariantCulture);
        return parts switch
        {
            [_] => (min, min),
            [_, ""] => (min, Unbounded),
            _ => (min, int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture)),
        };
    }

    private bool Accept(char c)
    {
        if (_position < _pattern.Length && _pattern[_position] == c)
        {
            _position++;
            return true;
        }

        return false;
    }
}

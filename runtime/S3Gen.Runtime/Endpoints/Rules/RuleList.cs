using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>A list of texts of an endpoint rule, or none: either a text that is cut at delimiters while it is read, or a list of strings.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RuleList
{
    private readonly IReadOnlyList<string>? _items;
    private readonly RuleText _text;
    private readonly string? _delimiter;
    private readonly bool _isAnyOf;
    private readonly int _limit;

    private RuleList(IReadOnlyList<string>? items, RuleText text, string? delimiter, bool isAnyOf, int limit)
    {
        _items = items;
        _text = text;
        _delimiter = delimiter;
        _isAnyOf = isAnyOf;
        _limit = limit;
    }

    /// <summary>Whether there is a list, be it empty.</summary>
    public bool IsSet => _items is not null || _text.IsSet;

    internal int Count => _items?.Count ?? CountParts();

    /// <summary>An element, counted from the end where the index is negative; none where the list is too short.</summary>
    /// <param name="index">0 is the first, -1 the last.</param>
    public RuleText this[int index]
    {
        get
        {
            int position = index < 0 ? Count + index : index;
            return position < 0 ? default
                : _items is null ? Part(position)
                : position < _items.Count ? _items[position] : default(RuleText);
        }
    }

    /// <summary>A list as it is; null is no list.</summary>
    /// <param name="items">The list.</param>
    public static RuleList Of(IReadOnlyList<string>? items) => new(items, default, null, false, 0);

    /// <summary>The parts of a text between delimiters, at most <paramref name="limit"/> unless that is 0; no text has no parts.</summary>
    internal static RuleList Split(RuleText text, string delimiter, int limit) => new(null, text, delimiter, false, limit);

    /// <summary>The parts of a text between any of some characters.</summary>
    internal static RuleList SplitAtAny(RuleText text, string delimiters) => new(null, text, delimiters, true, 0);

    private RuleText Part(int position)
    {
        RuleText rest = _text;
        for (int i = 0; rest.IsSet; i++)
        {
            int end = End(rest, i);
            if (i == position)
            {
                return end < 0 ? rest : rest.Slice(0, end);
            }

            rest = end < 0 ? default : rest.Slice(end + DelimiterLength);
        }

        return default;
    }

    private int CountParts()
    {
        int count = 0;
        for (RuleText rest = _text; rest.IsSet; count++)
        {
            int end = End(rest, count);
            rest = end < 0 ? default : rest.Slice(end + DelimiterLength);
        }

        return count;
    }

    private int DelimiterLength => _isAnyOf ? 1 : _delimiter!.Length;

    private int End(RuleText rest, int part) =>
        _limit != 0 && part == _limit - 1 ? -1
        : _isAnyOf ? rest.Span.IndexOfAny(_delimiter)
        : rest.Span.IndexOf(_delimiter, StringComparison.Ordinal);
}

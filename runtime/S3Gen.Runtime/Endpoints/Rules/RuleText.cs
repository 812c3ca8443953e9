using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>A text of an endpoint rule, or none: a stretch of a string, so that taking texts apart allocates nothing.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RuleText : IEquatable<RuleText>, ISpanFormattable
{
    private readonly string? _source;
    private readonly int _start;
    private readonly int _length;

    private RuleText(string source, int start, int length)
    {
        _source = source;
        _start = start;
        _length = length;
    }

    /// <summary>Whether there is a text, be it empty.</summary>
    public bool IsSet => _source is not null;

    internal ReadOnlySpan<char> Span => _source.AsSpan(_start, _length);

    internal int Length => _length;

    /// <summary>A string as it is; null is no text.</summary>
    /// <param name="text">The string.</param>
    public static implicit operator RuleText(string? text) => FromString(text);

    /// <summary>Whether two texts have the same characters, or both are none.</summary>
    public static bool operator ==(RuleText left, RuleText right) => left.Equals(right);

    /// <summary>Whether two texts differ.</summary>
    public static bool operator !=(RuleText left, RuleText right) => !left.Equals(right);

    /// <summary>A string as it is; null is no text.</summary>
    /// <param name="text">The string.</param>
    public static RuleText FromString(string? text) => text is null ? default : new RuleText(text, 0, text.Length);

    /// <inheritdoc/>
    public bool Equals(RuleText other) => IsSet == other.IsSet && Span.SequenceEqual(other.Span);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is RuleText other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(Span);

    /// <summary>The text as a string; none is empty.</summary>
    public override string ToString() =>
        _source is null ? string.Empty : _length == _source.Length ? _source : _source.Substring(_start, _length);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider)
    {
        bool fits = Span.TryCopyTo(destination);
        charsWritten = fits ? _length : 0;
        return fits;
    }

    internal RuleText Slice(int start, int length) => _source is null ? default : new RuleText(_source, _start + start, length);

    internal RuleText Slice(int start) => Slice(start, _length - start);
}

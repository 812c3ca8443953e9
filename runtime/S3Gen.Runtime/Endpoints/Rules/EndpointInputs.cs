using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// What an operation's input adds to the decision on an endpoint: texts, switches and lists in slots that generated code numbers, each
/// kind from 0. The usual few texts and all switches are kept inline, so that nothing is allocated.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct EndpointInputs : IEquatable<EndpointInputs>
{
    /// <summary>How many switches there can be.</summary>
    public const int MaxSwitches = 64;

    private const int InlineTexts = 4;

    private Texts _texts;
    private ulong _knownSwitches;
    private ulong _switches;
    private string?[]? _moreTexts;
    private IReadOnlyList<string>?[]? _lists;

    /// <summary>Whether inputs of equal value may share an endpoint: there are no more than can be compared cheaply.</summary>
    internal readonly bool CanBeKey => _moreTexts is null && _lists is null;

    /// <summary>Whether all inputs are equal.</summary>
    public static bool operator ==(in EndpointInputs left, in EndpointInputs right) => left.Equals(right);

    /// <summary>Whether an input differs.</summary>
    public static bool operator !=(in EndpointInputs left, in EndpointInputs right) => !left.Equals(right);

    /// <summary>Sets a text.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="value">The text; null for none.</param>
    public void SetText(int slot, string? value)
    {
        if (slot < InlineTexts)
        {
            _texts[slot] = value;
        }
        else if (value is not null)
        {
            Place(ref _moreTexts, slot - InlineTexts, value);
        }
    }

    /// <summary>Sets a switch.</summary>
    /// <param name="slot">Its slot, below <see cref="MaxSwitches"/>.</param>
    /// <param name="value">The value; null for none.</param>
    public void SetSwitch(int slot, bool? value)
    {
        ulong bit = 1UL << slot;
        _knownSwitches = value is null ? _knownSwitches & ~bit : _knownSwitches | bit;
        _switches = value is true ? _switches | bit : _switches & ~bit;
    }

    /// <summary>Sets a list.</summary>
    /// <param name="slot">Its slot.</param>
    /// <param name="value">The list; null for none.</param>
    public void SetList(int slot, IReadOnlyList<string>? value)
    {
        if (value is not null)
        {
            Place(ref _lists, slot, value);
        }
    }

    /// <summary>A text; null if there is none.</summary>
    /// <param name="slot">Its slot.</param>
    public readonly string? Text(int slot) => slot < InlineTexts ? _texts[slot] : _moreTexts?.ElementAtOrDefault(slot - InlineTexts);

    /// <summary>A switch; null if it is not set.</summary>
    /// <param name="slot">Its slot.</param>
    public readonly bool? Switch(int slot) => (_knownSwitches >> slot & 1) == 0 ? null : (_switches >> slot & 1) != 0;

    /// <summary>A list; null if there is none.</summary>
    /// <param name="slot">Its slot.</param>
    public readonly IReadOnlyList<string>? List(int slot) => _lists?.ElementAtOrDefault(slot);

    /// <inheritdoc/>
    public readonly bool Equals(EndpointInputs other) =>
        _knownSwitches == other._knownSwitches && _switches == other._switches
        && ReferenceEquals(_moreTexts, other._moreTexts) && ReferenceEquals(_lists, other._lists)
        && _texts[0] == other._texts[0] && _texts[1] == other._texts[1] && _texts[2] == other._texts[2] && _texts[3] == other._texts[3];

    /// <inheritdoc/>
    public override readonly bool Equals(object? obj) => obj is EndpointInputs other && Equals(other);

    /// <inheritdoc/>
    public override readonly int GetHashCode()
    {
        int hash = _switches.GetHashCode() ^ (_knownSwitches.GetHashCode() << 1);
        for (int i = 0; i < InlineTexts; i++)
        {
            if (_texts[i] is { } text)
            {
                hash = hash * 31 + text.GetHashCode(StringComparison.Ordinal);
            }
        }

        return hash;
    }

    private static void Place<T>(ref T[]? items, int index, T value)
    {
        if (items is null || items.Length <= index)
        {
            Array.Resize(ref items, index + 1);
        }

        items[index] = value;
    }

    [InlineArray(InlineTexts)]
    private struct Texts
    {
        private string? _first;
    }
}

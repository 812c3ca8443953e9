namespace S3Gen.Runtime.Http;

/// <summary>
/// The query of a request as it is sent: encoded, "=" after each name, sorted by name, the values of one name in the caller's order.
/// Parameters that are added in that order, as generated code does, cost one comparison each; otherwise they are sorted once, when
/// the query is read. It is the canonical query too, unless the values of one name are out of order.
/// </summary>
internal struct QueryBuilder
{
    private UriBuffer _buffer;
    private int _lastStart;
    private int _lastNameLength;
    private bool _isUnsorted;
    private bool _hasUnsortedValues;

    public QueryBuilder() => _buffer = new UriBuffer();

    internal readonly int Length => _buffer.Length;

    /// <summary>Whether what is sent is what is signed.</summary>
    internal readonly bool IsCanonical => !_hasUnsortedValues;

    internal void Reset()
    {
        _buffer.Reset();
        _lastStart = 0;
        _lastNameLength = 0;
        _isUnsorted = false;
        _hasUnsortedValues = false;
    }

    /// <summary>Adds a parameter whose name is encoded already.</summary>
    internal void Add(string name, ReadOnlySpan<char> value)
    {
        (int start, int nameLength) = (_lastStart, _lastNameLength);
        Begin();
        _buffer.Append(name);
        EndName();
        _buffer.AppendEncoded(value);
        CheckOrder(start, nameLength);
    }

    /// <inheritdoc cref="Add(string, ReadOnlySpan{char})"/>
    internal void AddFormatted<T>(string name, T value)
        where T : ISpanFormattable
    {
        (int start, int nameLength) = (_lastStart, _lastNameLength);
        Begin();
        _buffer.Append(name);
        EndName();
        _buffer.AppendFormatted(value);
        CheckOrder(start, nameLength);
    }

    /// <summary>Whether a parameter of that name, which is encoded already, is present among the first <paramref name="length"/> characters.</summary>
    internal readonly bool Contains(ReadOnlySpan<char> name, int length)
    {
        ReadOnlySpan<char> written = _buffer.Written[..length];
        foreach (Range range in written.Split('&'))
        {
            ReadOnlySpan<char> parameter = written[range];
            if (parameter.Length > name.Length && parameter[name.Length] == '=' && parameter.StartsWith(name, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The query; it is valid until the next change.</summary>
    internal ReadOnlySpan<char> ToSent()
    {
        if (_isUnsorted)
        {
            Sort();
            _isUnsorted = false;
        }

        return _buffer.Written;
    }

    private void Begin()
    {
        if (_buffer.Length > 0)
        {
            _buffer.Append('&');
        }

        _lastStart = _buffer.Length;
    }

    private void EndName()
    {
        _lastNameLength = _buffer.Length - _lastStart;
        _buffer.Append('=');
    }

    private void CheckOrder(int previousStart, int previousNameLength)
    {
        if (_lastStart == 0 || _isUnsorted)
        {
            return;
        }

        ReadOnlySpan<char> previous = _buffer.Written[previousStart..(_lastStart - 1)];
        ReadOnlySpan<char> last = _buffer.Written[_lastStart..];
        int names = previous[..previousNameLength].SequenceCompareTo(last[.._lastNameLength]);
        _isUnsorted = names > 0;
        _hasUnsortedValues |= names == 0 && previous[previousNameLength..].SequenceCompareTo(last[_lastNameLength..]) > 0;
    }

    private void Sort()
    {
        List<string> parameters = [.. _buffer.Written.ToString().Split('&').OrderBy(NameOf, StringComparer.Ordinal)];
        for (int i = 1; i < parameters.Count; i++)
        {
            _hasUnsortedValues |= NameOf(parameters[i - 1]) == NameOf(parameters[i]) && string.CompareOrdinal(parameters[i - 1], parameters[i]) > 0;
        }

        string.Join('&', parameters).CopyTo(_buffer.WrittenForSorting);

        static string NameOf(string parameter) => parameter[..parameter.IndexOf('=', StringComparison.Ordinal)];
    }
}

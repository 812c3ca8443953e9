namespace S3Gen.Runtime.Http;

/// <summary>
/// The query of a request in its canonical form: encoded, "=" after each name, sorted by name, then by value. Parameters that are
/// added in that order, as generated code does, cost one comparison each; otherwise they are sorted once, when the query is read.
/// </summary>
internal struct QueryBuilder
{
    private UriBuffer _buffer;
    private int _lastStart;
    private int _lastNameLength;
    private bool _isUnsorted;

    public QueryBuilder() => _buffer = new UriBuffer();

    internal readonly int Length => _buffer.Length;

    internal void Reset()
    {
        _buffer.Reset();
        _lastStart = 0;
        _lastNameLength = 0;
        _isUnsorted = false;
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

    /// <summary>The canonical query; it is valid until the next change.</summary>
    internal ReadOnlySpan<char> ToCanonical()
    {
        if (_isUnsorted)
        {
            Sort();
            _isUnsorted = false;
        }

        return _buffer.Written;
    }

    private static int Compare(ReadOnlySpan<char> left, int leftName, ReadOnlySpan<char> right, int rightName)
    {
        int names = left[..leftName].SequenceCompareTo(right[..rightName]);
        return names != 0 ? names : left[leftName..].SequenceCompareTo(right[rightName..]);
    }

    private static int CompareParameters(string left, string right) =>
        Compare(left, left.IndexOf('=', StringComparison.Ordinal), right, right.IndexOf('=', StringComparison.Ordinal));

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
        _isUnsorted = Compare(previous, previousNameLength, _buffer.Written[_lastStart..], _lastNameLength) > 0;
    }

    private void Sort()
    {
        string[] parameters = _buffer.Written.ToString().Split('&');
        Array.Sort(parameters, CompareParameters);
        string.Join('&', parameters).CopyTo(_buffer.WrittenForSorting);
    }
}

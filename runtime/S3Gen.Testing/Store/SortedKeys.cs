namespace S3Gen.Testing.Store;

/// <summary>Values by key in <see cref="Utf8Order"/>, with the jumps that listings need. Not thread safe: the store locks.</summary>
internal sealed class SortedKeys<T>
    where T : class
{
    private readonly List<string> _keys = [];
    private readonly List<T> _values = [];

    internal int Count => _keys.Count;

    internal string KeyAt(int index) => _keys[index];

    internal T ValueAt(int index) => _values[index];

    internal T? Find(string key)
    {
        int index = _keys.BinarySearch(key, Utf8Order.Instance);
        return index < 0 ? null : _values[index];
    }

    internal T GetOrAdd(string key, Func<string, T> create)
    {
        int index = _keys.BinarySearch(key, Utf8Order.Instance);
        if (index < 0)
        {
            index = ~index;
            _keys.Insert(index, key);
            _values.Insert(index, create(key));
        }
        return _values[index];
    }

    internal void Remove(string key)
    {
        int index = _keys.BinarySearch(key, Utf8Order.Instance);
        if (index >= 0)
        {
            _keys.RemoveAt(index);
            _values.RemoveAt(index);
        }
    }

    /// <summary>The first index whose key is <paramref name="key"/> or later.</summary>
    internal int IndexFrom(string key)
    {
        int index = _keys.BinarySearch(key, Utf8Order.Instance);
        return index < 0 ? ~index : index;
    }

    /// <summary>The first index whose key is later than <paramref name="key"/>.</summary>
    internal int IndexAfter(string key)
    {
        int index = _keys.BinarySearch(key, Utf8Order.Instance);
        return index < 0 ? ~index : index + 1;
    }

    /// <summary>The first index from <paramref name="low"/> on whose key does not begin with <paramref name="prefix"/>.</summary>
    internal int IndexPast(string prefix, int low)
    {
        int high = _keys.Count;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (_keys[middle].StartsWith(prefix, StringComparison.Ordinal))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
        return low;
    }
}

using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Http;

/// <summary>The headers of a request, sorted by lower-case name as signing wants them; added in that order, each costs one comparison.</summary>
internal sealed class RequestHeaderList
{
    private (string Name, string Value)[] _entries = new (string, string)[16];
    private int _count;

    internal ReadOnlySpan<(string Name, string Value)> Entries => _entries.AsSpan(0, _count);

    internal void Reset()
    {
        _entries.AsSpan(0, _count).Clear();
        _count = 0;
    }

    /// <summary>The value of a header, null if it is absent.</summary>
    internal string? Find(string name) => TryFind(name, out int index) ? _entries[index].Value : null;

    /// <summary>Adds a header; one of that name is replaced.</summary>
    internal void Set(string name, string value)
    {
        if (TryFind(name, out int index))
        {
            _entries[index] = (name, value);
            return;
        }

        Insert(index, name, value);
    }

    /// <summary>Adds a header unless there is one of that name.</summary>
    internal bool TryAdd(string name, string value)
    {
        if (TryFind(name, out int index))
        {
            return false;
        }

        Insert(index, name, value);
        return true;
    }

    internal void Remove(string name)
    {
        if (TryFind(name, out int index))
        {
            _count--;
            Array.Copy(_entries, index + 1, _entries, index, _count - index);
            _entries[_count] = default;
        }
    }

    private bool TryFind(string name, out int index)
    {
        int at = _count;
        while (at > 0)
        {
            int comparison = SignedHeaderRules.Compare(_entries[at - 1].Name, name);
            if (comparison == 0)
            {
                index = at - 1;
                return true;
            }

            if (comparison < 0)
            {
                break;
            }

            at--;
        }

        index = at;
        return false;
    }

    private void Insert(int index, string name, string value)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        Array.Copy(_entries, index, _entries, index + 1, _count - index);
        _entries[index] = (name, value);
        _count++;
    }
}

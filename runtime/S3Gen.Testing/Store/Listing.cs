namespace S3Gen.Testing.Store;

/// <summary>
/// What part of a bucket to list: keys with <paramref name="Prefix"/> that come after <paramref name="AfterKey"/>, or after the item
/// <paramref name="AfterItem"/> of that key, rolled up at <paramref name="Delimiter"/>.
/// </summary>
internal sealed record ListingQuery(string Prefix, string Delimiter, int Max, string AfterKey, string? AfterItem = null);

/// <summary>A page, and where the next one begins if it is truncated.</summary>
internal sealed class ListingPage<T>
{
    internal List<T> Items { get; } = [];

    internal List<string> CommonPrefixes { get; } = [];

    internal bool IsTruncated { get; set; }

    /// <summary>The last key or common prefix of the page.</summary>
    internal string LastKey { get; set; } = "";

    /// <summary>The id of the last item; null where the page ends in a common prefix.</summary>
    internal string? LastItem { get; set; }

    internal int Count => Items.Count + CommonPrefixes.Count;
}

/// <summary>The one walk behind the listings of objects, versions and uploads.</summary>
internal static class Listing
{
    internal static ListingPage<TItem> Walk<TGroup, TItem>(
        SortedKeys<TGroup> keys, ListingQuery query, Func<TGroup, IEnumerable<TItem>> expand, Func<TItem, string> idOf)
        where TGroup : class
    {
        ListingPage<TItem> page = new();
        int index = Start(keys, query);
        while (query.Max > 0 && index < keys.Count && keys.KeyAt(index).StartsWith(query.Prefix, StringComparison.Ordinal))
        {
            string key = keys.KeyAt(index);
            List<TItem> items = Remaining([.. expand(keys.ValueAt(index))], key, query, idOf);
            string? commonPrefix = items.Count == 0 ? null : CommonPrefixOf(key, query);
            if (page.Count == query.Max && items.Count > 0)
            {
                page.IsTruncated = true;
                return page;
            }
            if (commonPrefix is not null)
            {
                page.CommonPrefixes.Add(commonPrefix);
                (page.LastKey, page.LastItem) = (commonPrefix, null);
                index = keys.IndexPast(commonPrefix, index);
                continue;
            }
            foreach (TItem item in items)
            {
                if (page.Count == query.Max)
                {
                    page.IsTruncated = true;
                    return page;
                }
                page.Items.Add(item);
                (page.LastKey, page.LastItem) = (key, idOf(item));
            }
            index++;
        }
        return page;
    }

    private static int Start<TGroup>(SortedKeys<TGroup> keys, ListingQuery query)
        where TGroup : class
    {
        int first = keys.IndexFrom(query.Prefix);
        if (query.AfterKey.Length == 0)
        {
            return first;
        }
        int after = query.AfterItem is null ? keys.IndexAfter(query.AfterKey) : keys.IndexFrom(query.AfterKey);
        // A page that ended in a common prefix goes on behind all of its keys.
        if (query.AfterKey.StartsWith(query.Prefix, StringComparison.Ordinal) && CommonPrefixOf(query.AfterKey, query) == query.AfterKey)
        {
            after = keys.IndexPast(query.AfterKey, keys.IndexFrom(query.AfterKey));
        }
        return Math.Max(first, after);
    }

    /// <summary>
    /// The items behind the marker. A marker that is gone (a client that deletes page by page removes it) leaves all items, since
    /// listing one twice is harmless and losing one is not.
    /// </summary>
    private static List<TItem> Remaining<TItem>(List<TItem> items, string key, ListingQuery query, Func<TItem, string> idOf)
    {
        if (query.AfterItem is null || key != query.AfterKey)
        {
            return items;
        }
        int marker = items.FindIndex(item => idOf(item) == query.AfterItem);
        return marker < 0 ? items : items[(marker + 1)..];
    }

    private static string? CommonPrefixOf(string key, ListingQuery query)
    {
        if (query.Delimiter.Length == 0)
        {
            return null;
        }
        int end = key.IndexOf(query.Delimiter, query.Prefix.Length, StringComparison.Ordinal);
        return end < 0 ? null : key[..(end + query.Delimiter.Length)];
    }
}

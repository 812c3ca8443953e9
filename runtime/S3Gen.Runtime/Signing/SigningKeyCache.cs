namespace S3Gen.Runtime.Signing;

/// <summary>
/// Keeps the signing keys in use: one for each credential, day, region and service, ten at most. Reading takes no lock; when two
/// threads add at once one of the additions may be lost, which costs one derivation later.
/// </summary>
internal sealed class SigningKeyCache
{
    private const int Capacity = 10;

    private Entry[] _entries = [];

    internal int Count => Volatile.Read(ref _entries).Length;

    /// <summary>Gives the key for signing, derived now if it is not at hand.</summary>
    /// <param name="credentials">The credential.</param>
    /// <param name="date">The day as <c>yyyyMMdd</c>.</param>
    /// <param name="region">The region.</param>
    /// <param name="service">The service's signing name.</param>
    internal ReadOnlySpan<byte> Get(SigningCredentials credentials, scoped ReadOnlySpan<char> date, string region, string service)
    {
        int day = int.Parse(date, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        Entry[] entries = Volatile.Read(ref _entries);
        foreach (Entry entry in entries)
        {
            if (entry.Matches(credentials, day, region, service))
            {
                return entry.Key;
            }
        }

        byte[] key = SigningKey.Derive(credentials.SecretAccessKey, date, region, service);
        Add(new Entry(credentials, day, region, service, key), entries);
        return key;
    }

    /// <summary>Wipes and forgets all keys.</summary>
    internal void Clear()
    {
        foreach (Entry entry in Interlocked.Exchange(ref _entries, []))
        {
            System.Security.Cryptography.CryptographicOperations.ZeroMemory(entry.Key);
        }
    }

    /// <summary>Apart from <see cref="Get"/>, which would allocate the closure at every call.</summary>
    private void Add(Entry added, Entry[] entries)
    {
        Entry[] kept = [added, .. entries.Where(entry => entry.Day >= added.Day).Take(Capacity - 1)];
        Interlocked.CompareExchange(ref _entries, kept, entries);
    }

    private sealed class Entry(SigningCredentials credentials, int day, string region, string service, byte[] key)
    {
        internal int Day => day;

        internal byte[] Key => key;

        internal bool Matches(SigningCredentials other, int otherDay, string otherRegion, string otherService) =>
            day == otherDay && region == otherRegion && service == otherService &&
            credentials.AccessKeyId == other.AccessKeyId && credentials.SecretAccessKey.Matches(other.SecretAccessKey);
    }
}

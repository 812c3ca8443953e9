namespace S3Gen.Runtime.Signing;

/// <summary>
/// Keeps the asymmetric keys in use, ten at most, since deriving one takes milliseconds. Reading takes no lock; when two threads add
/// at once one of the additions may be lost, which costs one derivation later.
/// </summary>
internal sealed class SigV4aKeyCache
{
    private const int Capacity = 10;

    private SigV4aKey[] _keys = [];

    internal int Count => Volatile.Read(ref _keys).Length;

    internal SigV4aKey Get(SigningCredentials credentials)
    {
        SigV4aKey[] keys = Volatile.Read(ref _keys);
        foreach (SigV4aKey key in keys)
        {
            if (key.IsOf(credentials))
            {
                return key;
            }
        }

        SigV4aKey added = new(credentials);
        SigV4aKey[] kept = [added, .. keys.AsSpan(0, Math.Min(keys.Length, Capacity - 1))];
        Interlocked.CompareExchange(ref _keys, kept, keys);
        return added;
    }

    /// <summary>Wipes and forgets all keys.</summary>
    internal void Clear()
    {
        foreach (SigV4aKey key in Interlocked.Exchange(ref _keys, []))
        {
            key.Dispose();
        }
    }
}

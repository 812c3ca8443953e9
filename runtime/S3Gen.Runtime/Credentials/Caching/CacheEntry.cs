namespace S3Gen.Runtime.CredentialSources;

/// <summary>Credentials in a cache, with the times at which to do something about them, in UTC ticks.</summary>
internal sealed class CacheEntry
{
    /// <summary>How long before their end credentials are renewed, up to a minute earlier so that processes do not all come at once.</summary>
    internal static readonly TimeSpan RefreshAhead = TimeSpan.FromMinutes(5);

    /// <summary>How often files are looked after.</summary>
    internal static readonly TimeSpan FileInterval = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Spread = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(30);

    private readonly long _expires;
    private long _refreshFrom;
    private long _lookFrom = long.MaxValue;

    internal CacheEntry(FoundCredentials found, DateTimeOffset now, double random)
    {
        Found = found;
        long retry = (now + RetryInterval).UtcTicks;
        _expires = found.Credentials.Expiration?.UtcTicks ?? long.MaxValue;
        CameExpired = _expires <= now.UtcTicks;
        if (CameExpired)
        {
            _expires = retry;
        }

        _refreshFrom = _expires == long.MaxValue ? long.MaxValue : Math.Max(_expires - (RefreshAhead + (Spread * random)).Ticks, retry);
        LookAgain(now);
    }

    internal FoundCredentials Found { get; }

    internal Credentials Credentials => Found.Credentials;

    /// <summary>
    /// They had expired before they were found. The service says whether that is so, for the clock may be wrong, and the metadata service
    /// gives old ones on purpose when it cannot renew them; until others are looked for, in half a minute, they are used.
    /// </summary>
    internal bool CameExpired { get; }

    /// <summary>Nothing is to be done.</summary>
    internal bool IsFresh(DateTimeOffset now) => now.UtcTicks < Math.Min(Math.Min(Volatile.Read(ref _refreshFrom), _expires), Volatile.Read(ref _lookFrom));

    /// <summary>Requests can be signed with them.</summary>
    internal bool IsUsable(DateTimeOffset now) => now.UtcTicks < _expires;

    /// <summary>It is time to look for new ones.</summary>
    internal bool IsDue(DateTimeOffset now) => now.UtcTicks >= Volatile.Read(ref _refreshFrom);

    internal void LookAgain(DateTimeOffset now)
    {
        if (Found.Files.Length > 0)
        {
            Volatile.Write(ref _lookFrom, (now + FileInterval).UtcTicks);
        }
    }

    /// <summary>New ones could not be had: nobody tries for half a minute to a minute.</summary>
    internal void TryLater(DateTimeOffset now, double random)
    {
        long later = (now + (RetryInterval * (1 + random))).UtcTicks;
        Volatile.Write(ref _lookFrom, Found.Files.Length > 0 ? later : long.MaxValue);
        if (_expires != long.MaxValue)
        {
            Volatile.Write(ref _refreshFrom, later);
        }
    }

    internal void Wipe()
    {
        if (Found.IsOwned)
        {
            Credentials.Dispose();
        }
    }
}

namespace S3Gen.Runtime.Sessions;

/// <summary>The credentials of an open session and how long they are good, in timestamps of the client's clock.</summary>
internal sealed class SessionLease
{
    /// <summary>How long before its end a session is renewed.</summary>
    internal static readonly TimeSpan RenewalMargin = TimeSpan.FromSeconds(60);

    /// <summary>How long S3's sessions last.</summary>
    private static readonly TimeSpan UsualLifetime = TimeSpan.FromMinutes(5);

    internal SessionLease(Credentials credentials, TimeProvider timeProvider)
    {
        Credentials = credentials;
        TimeSpan lifetime = credentials.Expiration - timeProvider.GetUtcNow() ?? UsualLifetime;
        if (lifetime <= TimeSpan.Zero || lifetime > UsualLifetime)
        {
            // Nobody is given a session that has ended, or a longer one: the clock of this machine is wrong, and the time since counts all the same.
            lifetime = UsualLifetime;
        }

        TimeSpan untilRenewal = lifetime > 2 * RenewalMargin ? lifetime - RenewalMargin : lifetime / 2;
        long now = timeProvider.GetTimestamp();
        EndsAt = now + ToTicks(lifetime, timeProvider);
        RenewsAt = now + ToTicks(untilRenewal, timeProvider);
    }

    private SessionLease(SessionLease lease, long renewsAt)
    {
        Credentials = lease.Credentials;
        EndsAt = lease.EndsAt;
        RenewsAt = renewsAt;
    }

    internal Credentials Credentials { get; }

    /// <summary>When the credentials cease to be valid.</summary>
    internal long EndsAt { get; }

    /// <summary>From when on new ones are fetched while these are used.</summary>
    internal long RenewsAt { get; }

    /// <summary>The same session, which could not be renewed and is not to be for a while.</summary>
    internal SessionLease Postpone(TimeSpan pause, TimeProvider timeProvider) => new(this, timeProvider.GetTimestamp() + ToTicks(pause, timeProvider));

    private static long ToTicks(TimeSpan time, TimeProvider timeProvider) => (long)(time.TotalSeconds * timeProvider.TimestampFrequency);
}

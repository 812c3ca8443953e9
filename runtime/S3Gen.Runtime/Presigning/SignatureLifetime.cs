using System.Globalization;
using Microsoft.Extensions.Logging;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Presigning;

/// <summary>From when to when a presigned URL or form is valid.</summary>
internal readonly record struct SignatureLifetime
{
    internal static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private SignatureLifetime(DateTimeOffset start, TimeSpan duration, DateTimeOffset? credentialsEnd)
    {
        Start = start;
        Duration = duration;
        CredentialsEnd = credentialsEnd;
    }

    /// <summary>When it was signed, in whole seconds as the signature has it.</summary>
    internal DateTimeOffset Start { get; }

    internal TimeSpan Duration { get; }

    /// <summary>When the signature ceases to be valid.</summary>
    internal DateTimeOffset End => Start + Duration;

    /// <summary>When it ceases to work: with the signature, or with the credentials behind it.</summary>
    internal DateTimeOffset EffectiveEnd => CredentialsEnd < End ? CredentialsEnd.Value : End;

    private DateTimeOffset? CredentialsEnd { get; }

    /// <summary>Refuses a duration that no service accepts, before anything is asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is no number of whole seconds from 1 second to 7 days.</exception>
    internal static void Check(TimeSpan duration, string member)
    {
        if (duration < TimeSpan.FromSeconds(1) || duration > Longest || duration.Ticks % TimeSpan.TicksPerSecond != 0)
        {
            throw new ArgumentOutOfRangeException(member, duration, $"{member} has to be a number of whole seconds from 1 second to 7 days.");
        }
    }

    /// <summary>Begins at a time, cut to whole seconds. Credentials may end earlier, since whoever holds the URL may be done by then; it is logged as a warning.</summary>
    /// <exception cref="CredentialsException">They have ended already, so that nobody could ever use what they sign.</exception>
    internal static SignatureLifetime Begin(DateTimeOffset now, TimeSpan duration, Credentials credentials, ILogger logger, string what)
    {
        SignatureLifetime lifetime = new(now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond)), duration, credentials.Expiration);
        if (lifetime.EffectiveEnd <= lifetime.Start)
        {
            throw new CredentialsException($"Credentials that ended at {Format(lifetime.EffectiveEnd)} cannot sign: no service takes a URL or form of theirs.");
        }

        if (lifetime.EffectiveEnd < lifetime.End && logger.IsEnabled(LogLevel.Warning))
        {
            PipelineLog.OutlivesCredentials(logger, what, Format(lifetime.End), Format(lifetime.EffectiveEnd));
        }

        return lifetime;
    }

    private static string Format(DateTimeOffset time) => time.UtcDateTime.ToString("u", CultureInfo.InvariantCulture);
}

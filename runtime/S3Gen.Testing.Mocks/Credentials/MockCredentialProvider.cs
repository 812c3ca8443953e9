using System.Globalization;
using S3Gen.Runtime;
using S3Gen.Testing.Scripts;

namespace S3Gen.Testing;

/// <summary>
/// A source of credentials for tests: fixed ones, ones that expire and are renewed, and failures, in any order. Steps are taken in order,
/// one for each time somebody asks, and the last is repeated. Without a step it gives keys that never expire. Safe to share between threads.
/// </summary>
/// <param name="timeProvider">The clock of expiry and of delays; null for the system's.</param>
public sealed class MockCredentialProvider(TimeProvider? timeProvider = null) : ICredentialProvider
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock = timeProvider ?? TimeProvider.System;
    private readonly Script<Func<CancellationToken, Task<Credentials>>> _script = new();
    private readonly List<Credentials> _given = [];
    private Credentials? _rotating;
    private TimeSpan _delay;
    private int _made;

    /// <summary>How often somebody asked.</summary>
    public int CallCount => _script.Taken;

    /// <summary>How many credentials were made by <see cref="Expires"/>, <see cref="Rotates"/> and without a step.</summary>
    public int MadeCount
    {
        get
        {
            lock (_gate)
            {
                return _made;
            }
        }
    }

    /// <summary>The credentials that were given, in order.</summary>
    public IReadOnlyList<Credentials> Given
    {
        get
        {
            lock (_gate)
            {
                return [.. _given];
            }
        }
    }

    /// <summary>Gives these credentials.</summary>
    /// <param name="credentials">The credentials.</param>
    public MockCredentialProvider Returns(Credentials credentials)
    {
        ArgumentNullException.ThrowIfNull(credentials);
        return Then(_ => Task.FromResult(credentials));
    }

    /// <summary>Gives new temporary credentials each time: access keys <c>MOCKACCESSKEY1</c>, <c>MOCKACCESSKEY2</c> and so on, with session tokens.</summary>
    /// <param name="lifetime">How long each is valid, counted from when it is given; 0 or less gives credentials that have expired.</param>
    public MockCredentialProvider Expires(TimeSpan lifetime) => Then(_ => Task.FromResult(Make(_clock.GetUtcNow() + lifetime)));

    /// <summary>Gives temporary credentials that stay the same until they expire, and new ones then, as a source that keeps what it has does.</summary>
    /// <param name="lifetime">How long each is valid.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="lifetime"/> is not positive.</exception>
    public MockCredentialProvider Rotates(TimeSpan lifetime)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(lifetime, TimeSpan.Zero);
        return Then(_ => Task.FromResult(Rotate(lifetime)));
    }

    /// <summary>There are no credentials: a <see cref="CredentialsException"/>.</summary>
    /// <param name="reason">What was looked for and not found.</param>
    public MockCredentialProvider Fails(string reason = "The mock was told to find none.") => Throws(new CredentialsException(reason));

    /// <summary>The search throws.</summary>
    /// <param name="exception">What it throws.</param>
    public MockCredentialProvider Throws(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Then(_ => Task.FromException<Credentials>(exception));
    }

    /// <summary>The search does not end until it is given up.</summary>
    public MockCredentialProvider NeverAnswers() => Then(async cancellationToken =>
    {
        await Pause.ForeverAsync(cancellationToken).ConfigureAwait(false);
        throw new InvalidOperationException("A wait without an end has ended.");
    });

    /// <summary>Each search takes so long, by the provider's clock.</summary>
    /// <param name="delay">How long.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="delay"/> is negative.</exception>
    public MockCredentialProvider After(TimeSpan delay)
    {
        _delay = Pause.Check(delay, nameof(delay));
        return this;
    }

    /// <inheritdoc/>
    public async ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        _script.TryTake(out Func<CancellationToken, Task<Credentials>>? step);
        await Pause.ForAsync(_delay, _clock, cancellationToken).ConfigureAwait(false);
        Credentials credentials = step is null ? Rotate(null) : await step(cancellationToken).ConfigureAwait(false);
        lock (_gate)
        {
            _given.Add(credentials);
        }

        return credentials;
    }

    private MockCredentialProvider Then(Func<CancellationToken, Task<Credentials>> step)
    {
        _script.Add(step);
        return this;
    }

    private Credentials Rotate(TimeSpan? lifetime)
    {
        DateTimeOffset now = _clock.GetUtcNow();
        lock (_gate)
        {
            return _rotating is { } current && (current.Expiration is not { } end || end > now)
                ? current
                : _rotating = Make(now + lifetime);
        }
    }

    private Credentials Make(DateTimeOffset? expiration)
    {
        lock (_gate)
        {
            string number = (++_made).ToString(CultureInfo.InvariantCulture);
            return new Credentials("MOCKACCESSKEY" + number, "not a secret", expiration is null ? null : "MOCKTOKEN" + number, expiration);
        }
    }
}

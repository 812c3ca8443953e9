using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Sessions;

/// <summary>
/// The sessions of a client with directory buckets, one for each bucket and each access key that opened it. Those that are over are
/// forgotten when another one begins; when there are too many all are. A session at hand costs a look-up and allocates nothing.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html"/>
internal sealed class SessionCache(ISessionSource source, TimeProvider timeProvider, ILogger logger) : IDisposable
{
    internal const int Capacity = 1024;

    private readonly ConcurrentDictionary<Key, Session> _sessions = new();
    private readonly CancellationTokenSource _stop = new();
    private volatile bool _isDisposed;

    /// <summary>The operation that opens sessions.</summary>
    internal CodeGen.Operation Opener => source.Operation;

    internal int Count => _sessions.Count;

    /// <summary>The credentials of a session that is open now.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="owner">The credentials for which the session is opened.</param>
    /// <param name="cancellationToken">Ends the wait, not the opening.</param>
    /// <exception cref="ServiceException">It could not be opened.</exception>
    internal ValueTask<Credentials> GetAsync(string bucket, Credentials owner, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Key key = new(bucket, owner.AccessKeyId);
        Session session = _sessions.TryGetValue(key, out Session? known) ? known : Add(key);
        return session.GetAsync(cancellationToken);
    }

    /// <summary>Forgets the session that the service has refused.</summary>
    internal void Drop(string bucket, Credentials refused)
    {
        foreach ((_, Session session) in _sessions)
        {
            if (session.Bucket == bucket)
            {
                session.Drop(refused);
            }
        }
    }

    /// <summary>Wipes the secrets of all sessions and forgets them; those being opened are given up.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        _stop.Cancel();
        _stop.Dispose();
        foreach ((_, Session session) in _sessions)
        {
            session.Dispose();
        }

        _sessions.Clear();
    }

    private Session Add(Key key)
    {
        foreach ((Key other, Session session) in _sessions)
        {
            if (session.IsOver)
            {
                _sessions.TryRemove(new(other, session));
            }
        }

        if (_sessions.Count >= Capacity)
        {
            _sessions.Clear();
        }

        return _sessions.GetOrAdd(key, new Session(key.Bucket, source, timeProvider, logger, _stop.Token));
    }

    private readonly record struct Key(string Bucket, string AccessKeyId);
}

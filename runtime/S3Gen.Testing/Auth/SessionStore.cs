using System.Collections.Concurrent;
using System.Security.Cryptography;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Auth;

/// <summary>The credentials of a session with one directory bucket.</summary>
internal sealed record BucketSession(string AccessKeyId, string SecretAccessKey, string Token, string Bucket, DateTimeOffset Expires);

/// <summary>The sessions that CreateSession has opened. They last five minutes, as those of S3 do.</summary>
internal sealed class SessionStore(TimeProvider timeProvider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, BucketSession> _sessions = new(StringComparer.Ordinal);

    internal BucketSession Open(string bucket)
    {
        BucketSession session = new(
            "SESSION" + RandomNumberGenerator.GetHexString(13),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(30)),
            Convert.ToBase64String(RandomNumberGenerator.GetBytes(96)),
            bucket,
            timeProvider.GetUtcNow() + Lifetime);
        _sessions[session.AccessKeyId] = session;
        return session;
    }

    /// <summary>The session that a request claims to belong to.</summary>
    /// <exception cref="S3Fault">There is none, its token is another, it has ended, or it is for another bucket.</exception>
    internal BucketSession Find(string accessKeyId, string token, string bucket)
    {
        if (!_sessions.TryGetValue(accessKeyId, out BucketSession? session))
        {
            throw AuthFaults.InvalidAccessKeyId(accessKeyId);
        }
        if (!Signatures.AreEqual(session.Token, token))
        {
            throw AuthFaults.InvalidToken();
        }
        if (timeProvider.GetUtcNow() >= session.Expires)
        {
            throw AuthFaults.ExpiredToken();
        }
        return session.Bucket == bucket ? session : throw AuthFaults.AccessDenied();
    }
}

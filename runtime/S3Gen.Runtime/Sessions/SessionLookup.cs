using S3Gen.Runtime.Pipeline;

namespace S3Gen.Runtime.Sessions;

/// <summary>Finds what a request to a directory bucket is signed with.</summary>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-authenticating-authorizing.html"/>
internal static class SessionLookup
{
    /// <summary>The credentials of a session with the call's bucket. Without credentials of its own a client opens none.</summary>
    /// <exception cref="CredentialsException">The client cannot open sessions.</exception>
    internal static async ValueTask<Credentials> FindAsync(ServiceCall call, ValueTask<Credentials> own, SessionCache? sessions)
    {
        Credentials owner = await own.ConfigureAwait(false);
        if (owner.IsAnonymous)
        {
            return owner;
        }

        string bucket = call.Request.Bucket ?? throw new CredentialsException("the endpoint demands a session, and the operation names no bucket");
        if (sessions is null)
        {
            throw new CredentialsException(
                $"'{bucket}' is a directory bucket, whose requests are signed with a session, and this client has no operation that opens one");
        }

        if (call.Operation == sessions.Opener)
        {
            throw new CredentialsException($"the endpoint resolver demands a session for {call.Operation.Name}, which opens sessions");
        }

        Credentials session = await sessions.GetAsync(bucket, owner, call.Clock.Token).ConfigureAwait(false);
        call.Corrections.Session = session;
        return session;
    }
}

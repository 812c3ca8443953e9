using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Sessions;

/// <summary>The port at which sessions with directory buckets are opened.</summary>
internal interface ISessionSource
{
    /// <summary>The operation that opens them; it has to be signed without one.</summary>
    Operation Operation { get; }

    /// <summary>Opens a session with the client's own credentials.</summary>
    /// <param name="bucket">The bucket that it is for.</param>
    /// <param name="cancellationToken">Gives it up.</param>
    /// <exception cref="ServiceException">The service refused it, or could not be reached.</exception>
    Task<Credentials> OpenAsync(string bucket, CancellationToken cancellationToken);
}

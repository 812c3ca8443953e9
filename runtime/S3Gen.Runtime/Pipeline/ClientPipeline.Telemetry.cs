using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.CodeGen;

/// <content>What the client knows of itself.</content>
public sealed partial class ClientPipeline
{
    /// <summary>How many exchanges hold a connection now, streamed responses that are being read included.</summary>
    public int ActiveConnections => _connections.InUse;

    /// <summary>Finds the credentials that requests are signed with, as a call does.</summary>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <exception cref="CredentialsException">There are none.</exception>
    /// <exception cref="ObjectDisposedException">The client is disposed.</exception>
    public ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        return _credentials.GetCredentialsAsync(cancellationToken);
    }

    /// <summary>Names the operations of multipart uploads, which are counted and logged then.</summary>
    /// <param name="create">Begins an upload.</param>
    /// <param name="part">Sends a part.</param>
    /// <param name="complete">Makes an object of the parts.</param>
    /// <param name="abort">Forgets the parts.</param>
    public void UseMultipart(Operation create, Operation part, Operation complete, Operation abort) =>
        _telemetry.Multipart = new MultipartTelemetry(new MultipartOperations(create, part, complete, abort), _logger);
}

namespace S3Gen.Runtime.Http;

/// <summary>
/// The request of an attempt, which learns how far it has got. The transport tells by what it asks for: each header's encoding, when it
/// writes or reads it.
/// </summary>
internal class AttemptRequest(HttpMethod method, Uri url) : HttpRequestMessage(method, url)
{
    /// <summary>Whether it got a connection. Transports of others do not tell.</summary>
    internal bool HasConnection { get; private set; }

    /// <summary>A header is written: there is a connection.</summary>
    internal virtual void OnWriting() => HasConnection = true;

    /// <summary>A header of the response is read, or all of them were.</summary>
    internal virtual void OnReading()
    {
    }
}

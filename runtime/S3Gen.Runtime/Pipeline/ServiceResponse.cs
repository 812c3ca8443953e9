using System.Net;

namespace S3Gen.Runtime;

/// <summary>What every response carries besides its own members.</summary>
public abstract class ServiceResponse
{
    /// <summary>Status of the HTTP response, 200 to 299.</summary>
    public HttpStatusCode StatusCode { get; internal set; }

    /// <summary>The service's id of the request (<c>x-amz-request-id</c>), which its operators ask for; null if it sent none.</summary>
    public string? RequestId { get; internal set; }

    /// <summary>The service's second id (<c>x-amz-id-2</c>), which names the host that answered; null if it sent none.</summary>
    public string? HostId { get; internal set; }

    /// <summary>How often the request was sent, or was tried to be sent, until it succeeded. Above 1 the service may have carried it out more than once.</summary>
    public int AttemptCount { get; internal set; }
}

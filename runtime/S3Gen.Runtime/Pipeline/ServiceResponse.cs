using System.Net;

namespace S3Gen.Runtime;

/// <summary>What every response carries besides its own members. Test doubles set it as they set these.</summary>
public abstract class ServiceResponse
{
    private HttpStatusCode _statusCode = HttpStatusCode.OK;
    private string? _requestId;
    private string? _hostId;
    private int _attemptCount = 1;

    /// <summary>Status of the HTTP response, 200 to 299; 200 of a response that no service sent.</summary>
    public HttpStatusCode StatusCode { get => _statusCode; init => _statusCode = value; }

    /// <summary>The service's id of the request (<c>x-amz-request-id</c>), which its operators ask for; null if it sent none.</summary>
    public string? RequestId { get => _requestId; init => _requestId = value; }

    /// <summary>The service's second id (<c>x-amz-id-2</c>), which names the host that answered; null if it sent none.</summary>
    public string? HostId { get => _hostId; init => _hostId = value; }

    /// <summary>How often the request was sent, or was tried to be sent, until it succeeded; 1 of a response that no service sent. Above 1 the service may have carried it out more than once.</summary>
    public int AttemptCount { get => _attemptCount; init => _attemptCount = value; }

    internal void SetFacts(HttpStatusCode statusCode, string? requestId, string? hostId)
    {
        _statusCode = statusCode;
        _requestId = requestId;
        _hostId = hostId;
    }

    internal void SetAttemptCount(int attempts) => _attemptCount = attempts;
}

using System.Collections.Frozen;
using System.Net;
using S3Gen.Runtime.Sessions;

namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>Opens another session where the service takes the one at hand for ended, whatever the client's clock says.</summary>
internal static class SessionCorrection
{
    private static readonly FrozenSet<string> Refusals = FrozenSet.ToFrozenSet(["ExpiredToken", "InvalidToken", "TokenRefreshRequired"], StringComparer.Ordinal);

    /// <summary>Whether the next attempt is signed with another session.</summary>
    internal static bool TryMend(ServiceCall call, ServiceErrorDetails answer, SessionCache? sessions)
    {
        if (call.Corrections.Session is not { } session
            || !IsAboutSession(call, answer)
            || !call.Corrections.TryBegin(Correction.Session))
        {
            return false;
        }

        sessions!.Drop(call.Request.Bucket!, session);
        if (!call.Payload.CanBeSentAgain)
        {
            call.Corrections.Remark = "The session with the bucket has ended; the request was not sent again, since its body cannot be read twice. Further calls open a new session.";
            return false;
        }

        return true;
    }

    /// <summary>A refusal of HEAD has no body, so that its bare 400 may mean the session as well.</summary>
    private static bool IsAboutSession(ServiceCall call, ServiceErrorDetails answer) =>
        (answer.ErrorCode is { } code && Refusals.Contains(code))
        || (answer.StatusCode == HttpStatusCode.BadRequest && call.Operation.Method == HttpMethod.Head);
}

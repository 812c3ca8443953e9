using System.Collections.Frozen;
using System.Globalization;

namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>
/// Signs by the service's clock where it has refused the client's. The offset is kept for the endpoint, and taken at refusals alone: a
/// success proves that the service takes the time as it is, so that shifting it could only do harm. An offset that is out of date,
/// because the machine's clock was set right in the meantime, is refused in its turn and so mended by the same rule.
/// </summary>
internal sealed class ClockCorrection(ClockOffsets offsets)
{
    /// <summary>A date has whole seconds, so that less is no difference.</summary>
    private static readonly TimeSpan Resolution = TimeSpan.FromSeconds(1);

    /// <summary>Refusals that are about the time and nothing else.</summary>
    private static readonly FrozenSet<string> Certain = FrozenSet.ToFrozenSet(
        ["RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"], StringComparer.Ordinal);

    /// <summary>Refusals that have other causes too; <c>Forbidden</c> is the bare 403 to HEAD.</summary>
    private static readonly FrozenSet<string> Possible = FrozenSet.ToFrozenSet(
        ["Forbidden", "InvalidSignatureException", "SignatureDoesNotMatch", "AuthFailure"], StringComparer.Ordinal);

    /// <summary>Whether the call is now signed with another time than the one that was refused.</summary>
    internal bool TryMend(ServiceCall call, ServiceErrorDetails answer)
    {
        if (call.Corrections.Skew is not { } skew || !IsAboutTime(call, answer, skew) || !call.Corrections.TryBegin(Correction.Clock))
        {
            return false;
        }

        string authority = call.Endpoint.Authority;
        if (skew.Duration() <= Resolution)
        {
            offsets.Clear(authority);
        }
        else
        {
            offsets.Set(authority, skew);
        }

        if (!call.Payload.CanBeSentAgain)
        {
            call.Corrections.Remark = string.Create(
                CultureInfo.InvariantCulture,
                $"The service's clock differs from this machine's by {skew.TotalMinutes:+0.#;-0.#;0} min; the request was not sent again, since its body cannot be read twice. Further calls are signed by the service's clock.");
            return false;
        }

        return true;
    }

    private static bool IsAboutTime(ServiceCall call, ServiceErrorDetails answer, TimeSpan skew) =>
        answer.ErrorCode is { } code
        && (Certain.Contains(code) || (Possible.Contains(code) && (skew - call.Corrections.ClockOffset).Duration() > ClockWatch.Tolerance));
}

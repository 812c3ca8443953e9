using System.Globalization;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Resilience.Retry;

/// <summary>How long a service asks to wait before the next attempt.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-10.2.3"/>
internal static class RetryAfter
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    /// <summary>The wish of <c>x-amz-retry-after</c> (milliseconds), or of <c>Retry-After</c> (seconds or an HTTP date); zero if there is none, or none that makes sense.</summary>
    internal static TimeSpan Find(ServiceErrorDetails answer, TimeProvider timeProvider)
    {
        if (answer.FindHeader("x-amz-retry-after") is { } milliseconds && TryReadNumber(milliseconds, out double wanted))
        {
            return FromMilliseconds(wanted);
        }

        if (answer.FindHeader("Retry-After") is not { } text)
        {
            return TimeSpan.Zero;
        }

        if (TryReadNumber(text, out double seconds))
        {
            return FromMilliseconds(seconds * 1000);
        }

        return Timestamps.TryParse(text.AsSpan().Trim(), TimestampFormat.HttpDate, out DateTimeOffset time) && time > timeProvider.GetUtcNow()
            ? time - timeProvider.GetUtcNow()
            : TimeSpan.Zero;
    }

    private static bool TryReadNumber(string text, out double number) =>
        double.TryParse(text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static TimeSpan FromMilliseconds(double milliseconds) =>
        milliseconds < Longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(milliseconds) : Longest;
}

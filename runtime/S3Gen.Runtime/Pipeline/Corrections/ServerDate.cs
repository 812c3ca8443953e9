using System.Globalization;
using System.Net.Http.Headers;

namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>The time of the service's clock, from the header <c>Date</c> of a response, without allocating.</summary>
/// <seealso href="https://www.rfc-editor.org/rfc/rfc9110#section-6.6.1"/>
internal static class ServerDate
{
    /// <summary>S3 began in 2006; what lies before it is no time but a clock that was never set.</summary>
    private const int FirstYear = 2006;

    /// <summary>Far enough from the end of time that an offset can be added to any date.</summary>
    private const int LastYear = 9000;

    /// <summary>False without a date, or where <c>Age</c> says that a cache has kept the response since.</summary>
    internal static bool TryRead(HttpResponseMessage response, out DateTimeOffset date)
    {
        HttpHeadersNonValidated headers = response.Headers.NonValidated;
        date = default;
        return headers.TryGetValues("Date", out HeaderStringValues values)
            && !headers.Contains("Age")
            && DateTimeOffset.TryParseExact(values.ToString(), "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out date)
            && date.Year is >= FirstYear and <= LastYear;
    }
}

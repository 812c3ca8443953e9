using System.Globalization;
using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;

namespace S3Gen.Testing.Auth;

/// <summary>What a request says of its own signature, from its Authorization header or its query.</summary>
internal sealed record SignatureClaim
{
    internal const string SessionTokenHeader = "x-amz-s3session-token";
    private const string Symmetric = "AWS4-HMAC-SHA256";
    private const string Asymmetric = "AWS4-ECDSA-P256-SHA256";

    /// <summary>The longest life of a presigned URL: seven days.</summary>
    private const int MaxExpires = 604800;

    internal required string Algorithm { get; init; }

    internal required CredentialScope Scope { get; init; }

    internal required IReadOnlyList<string> SignedHeaders { get; init; }

    internal required string Signature { get; init; }

    /// <summary>The <c>yyyyMMddTHHmmssZ</c> that was signed.</summary>
    internal required string Timestamp { get; init; }

    internal required DateTimeOffset Time { get; init; }

    internal required string? SessionToken { get; init; }

    /// <summary>The token of a session with a directory bucket.</summary>
    internal required string? BucketSessionToken { get; init; }

    /// <summary>The regions in which an asymmetric signature is to hold, as they were given.</summary>
    internal string? RegionSet { get; init; }

    internal bool IsAsymmetric => Algorithm == Asymmetric;

    /// <summary>The life of a presigned URL in seconds; null for header authentication.</summary>
    internal int? Expires { get; init; }

    internal static bool IsAbsent(IHeaderDictionary headers, RawQuery query) =>
        headers.Authorization.Count == 0 && !query.Has("X-Amz-Algorithm") && !query.Has("X-Amz-Signature") && !query.Has("AWSAccessKeyId");

    internal static SignatureClaim Parse(IHeaderDictionary headers, RawQuery query)
    {
        string authorization = headers.Authorization.ToString();
        bool hasQuery = query.Has("X-Amz-Algorithm") || query.Has("X-Amz-Signature");
        return (authorization.Length > 0, hasQuery) switch
        {
            (true, true) => throw Faults.InvalidArgument(
                "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified",
                "Authorization",
                "AWS4-HMAC-SHA256"),
            (true, false) => OfHeader(authorization, headers),
            (false, true) => OfQuery(query),
            _ when query.Has("AWSAccessKeyId") => throw UnsupportedMechanism(),
            _ => throw AuthFaults.AccessDenied(),
        };
    }

    private static SignatureClaim OfHeader(string authorization, IHeaderDictionary headers)
    {
        int space = authorization.IndexOf(' ', StringComparison.Ordinal);
        string scheme = space < 0 ? authorization : authorization[..space];
        if (scheme is not (Symmetric or Asymmetric))
        {
            throw UnsupportedMechanism();
        }
        Dictionary<string, string> fields = ParseFields(authorization.AsSpan(scheme.Length));
        string Field(string name) => fields.GetValueOrDefault(name)
            ?? throw AuthFaults.Malformed($"The authorization header is malformed; the {name} field is missing.");
        (string timestamp, DateTimeOffset time) = DateOf(headers);
        return new SignatureClaim
        {
            Algorithm = scheme,
            RegionSet = headers["x-amz-region-set"] is [{ } regions, ..] ? regions : null,
            Scope = CredentialScope.Parse(Field("Credential"), scheme == Asymmetric)
                ?? throw AuthFaults.Malformed("The authorization header is malformed; the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."),
            SignedHeaders = Field("SignedHeaders").Split(';'),
            Signature = Field("Signature"),
            Timestamp = timestamp,
            Time = time,
            SessionToken = headers["x-amz-security-token"] is [{ } token, ..] ? token : null,
            BucketSessionToken = headers[SessionTokenHeader] is [{ } sessionToken, ..] ? sessionToken : null,
        };
    }

    private static SignatureClaim OfQuery(RawQuery query)
    {
        string Parameter(string name) => query.NonEmpty(name)
            ?? throw AuthFaults.QueryParameters(
                "Query-string authentication version 4 requires the X-Amz-Algorithm, X-Amz-Credential, X-Amz-Signature, X-Amz-Date, X-Amz-SignedHeaders, and X-Amz-Expires parameters.");
        string algorithm = Parameter("X-Amz-Algorithm");
        if (algorithm is not (Symmetric or Asymmetric))
        {
            throw AuthFaults.QueryParameters("X-Amz-Algorithm only supports \"AWS4-HMAC-SHA256 and AWS4-ECDSA-P256-SHA256\"");
        }
        string timestamp = Parameter("X-Amz-Date");
        return new SignatureClaim
        {
            Algorithm = algorithm,
            RegionSet = query["X-Amz-Region-Set"],
            Scope = CredentialScope.Parse(Parameter("X-Amz-Credential"), algorithm == Asymmetric)
                ?? throw AuthFaults.QueryParameters("Error parsing the X-Amz-Credential parameter; the Credential is mal-formed; expecting \"<YOUR-AKID>/YYYYMMDD/REGION/SERVICE/aws4_request\"."),
            SignedHeaders = Parameter("X-Amz-SignedHeaders").Split(';'),
            Signature = Parameter("X-Amz-Signature"),
            Timestamp = timestamp,
            Time = ParseTimestamp(timestamp)
                ?? throw AuthFaults.QueryParameters("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\""),
            SessionToken = query["X-Amz-Security-Token"],
            BucketSessionToken = query["X-Amz-S3session-Token"],
            Expires = ParseExpires(Parameter("X-Amz-Expires")),
        };
    }

    /// <summary>Signature Version 2 and whatever else there once was.</summary>
    private static S3Fault UnsupportedMechanism() =>
        Faults.InvalidRequest("The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.");

    private static Dictionary<string, string> ParseFields(ReadOnlySpan<char> text)
    {
        Dictionary<string, string> fields = [];
        foreach (Range range in text.Split(','))
        {
            ReadOnlySpan<char> field = text[range].Trim();
            int equals = field.IndexOf('=');
            if (equals <= 0)
            {
                throw AuthFaults.Malformed("The authorization header is malformed; a field is not of the form name=value.");
            }
            fields[field[..equals].ToString()] = field[(equals + 1)..].ToString();
        }
        return fields;
    }

    private static (string Timestamp, DateTimeOffset Time) DateOf(IHeaderDictionary headers)
    {
        string amzDate = headers["x-amz-date"].ToString();
        if (ParseTimestamp(amzDate) is { } time)
        {
            return (amzDate, time);
        }
        // The Date header may stand in, and is then signed in its ISO form.
        return amzDate.Length == 0
            && DateTimeOffset.TryParseExact(headers.Date, "R", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
            ? (date.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture), date)
            : throw AuthFaults.AccessDenied("AWS authentication requires a valid Date or x-amz-date header");
    }

    private static DateTimeOffset? ParseTimestamp(string text) =>
        DateTimeOffset.TryParseExact(text, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time)
            ? time
            : null;

    private static int ParseExpires(string text)
    {
        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int seconds))
        {
            throw AuthFaults.QueryParameters("X-Amz-Expires should be a number");
        }
        return seconds switch
        {
            < 0 => throw AuthFaults.QueryParameters("X-Amz-Expires must be non-negative"),
            > MaxExpires => throw AuthFaults.QueryParameters("X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds"),
            _ => seconds,
        };
    }
}

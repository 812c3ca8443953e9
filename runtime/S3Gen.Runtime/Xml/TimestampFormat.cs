using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>The three forms of a timestamp that Smithy's <c>timestampFormat</c> trait knows.</summary>
/// <seealso href="https://smithy.io/2.0/spec/protocol-traits.html#timestampformat-trait"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum TimestampFormat
{
    /// <summary>RFC 3339, e.g. <c>2026-07-01T12:00:00.5Z</c>.</summary>
    DateTime,

    /// <summary>IMF-fixdate of RFC 9110, e.g. <c>Wed, 01 Jul 2026 12:00:00 GMT</c>.</summary>
    HttpDate,

    /// <summary>Seconds since 1970-01-01T00:00:00Z with an optional fraction, e.g. <c>1782907200.5</c>.</summary>
    EpochSeconds,
}

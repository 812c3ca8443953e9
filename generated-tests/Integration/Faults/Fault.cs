namespace S3Gen.Integration.Faults;

/// <summary>What a <see cref="FaultProxy"/> does to one request.</summary>
internal sealed record Fault(FaultKind Kind, int Status = 0, string? Code = null)
{
    public static readonly Fault None = new(FaultKind.None);

    /// <summary>Faults after which the server has not seen the request.</summary>
    public static readonly IReadOnlyList<Fault> Unseen =
    [
        new(FaultKind.RefuseConnections),
        new(FaultKind.ResetBeforeRequest),
        new(FaultKind.ResetInRequest),
        new(FaultKind.Stall),
        new(FaultKind.Garbage),
        new(FaultKind.Answer, 500, "InternalError"),
        new(FaultKind.Answer, 502),
        new(FaultKind.Answer, 503, "ServiceUnavailable"),
        new(FaultKind.Answer, 503, "SlowDown"),
        new(FaultKind.Answer, 504),
        new(FaultKind.Answer, 429),
    ];

    /// <summary>Faults after which it has carried the request out.</summary>
    public static readonly IReadOnlyList<Fault> Seen =
    [
        new(FaultKind.ResetAfterRequest),
        new(FaultKind.ResetInHead),
        new(FaultKind.ResetInBody),
        new(FaultKind.StallInBody),
        new(FaultKind.Truncate),
        new(FaultKind.Delay),
        new(FaultKind.DropAfterAnswer),
    ];

    public override string ToString() => Kind == FaultKind.Answer ? $"{Status} {Code}".TrimEnd() : Kind.ToString();
}

internal enum FaultKind
{
    None,

    /// <summary>This connection is reset, and the next one as soon as it is made.</summary>
    RefuseConnections,

    /// <summary>The connection is reset when the request begins to come.</summary>
    ResetBeforeRequest,

    /// <summary>It is reset in the middle of the request.</summary>
    ResetInRequest,

    /// <summary>It is reset when the server has carried the request out: the answer is lost.</summary>
    ResetAfterRequest,

    /// <summary>It is reset in the middle of the answer's head.</summary>
    ResetInHead,

    /// <summary>It is reset in the middle of the answer's body.</summary>
    ResetInBody,

    /// <summary>It is closed in the middle of the answer.</summary>
    Truncate,

    /// <summary>Nothing comes back.</summary>
    Stall,

    /// <summary>Nothing more comes in the middle of the answer's body.</summary>
    StallInBody,

    /// <summary>The answer is late, but in time.</summary>
    Delay,

    /// <summary>An error is the answer; the server sees nothing.</summary>
    Answer,

    /// <summary>What comes back is not HTTP.</summary>
    Garbage,

    /// <summary>The answer is right, then the connection that should be kept is closed.</summary>
    DropAfterAnswer,
}

namespace S3Gen.Testing;

/// <summary>
/// What goes wrong, and for which requests: the conditions say when, the effects say how. A condition that is not set holds for all requests;
/// effects combine (a delay before an error, a slow body that is cut short).
/// </summary>
/// <remarks>A rule counts the requests that meet its conditions from 1 on, also those that it lets pass.</remarks>
public sealed class FaultRule
{
    private long _seen;

    /// <summary>Condition: the operation's name in the model, such as <c>PutObject</c>. Default: any.</summary>
    public string? Operation { get; init; }

    /// <summary>Condition: the bucket's name. Default: any, and requests about none.</summary>
    public string? Bucket { get; init; }

    /// <summary>Condition: the object's key; a <c>*</c> at the end matches what begins so. Default: any.</summary>
    public string? Key { get; init; }

    /// <summary>Condition: the first matching request that is hit, from 1. Default 1.</summary>
    public int FromCall { get; init; } = 1;

    /// <summary>Condition: how many matching requests are hit, one after the other. Default: all.</summary>
    public int Times { get; init; } = int.MaxValue;

    /// <summary>Condition: the share of requests that is hit, from 0 to 1, drawn by <see cref="S3TestServerOptions.FaultSeed"/>. Default 1.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Effect: time to wait before anything else, by the server's clock. Default: none.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Effect: the error to answer, such as <c>SlowDown</c>; the operation is not executed. Default: none.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>Effect: the status of <see cref="ErrorCode"/>, from 400 to 599. Default 503.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Effect: the seconds of a <c>Retry-After</c> beside the error. Default: no such header.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Effect: the connection is closed without an answer, before the operation is executed. Default: it is not.</summary>
    public bool CloseConnection { get; init; }

    /// <summary>
    /// Effect: the connection is closed when the operation has been executed, and before its answer: the client cannot know. Default: it is not.
    /// </summary>
    public bool LoseResponse { get; init; }

    /// <summary>Effect: the body ends after this many bytes, and the connection with it. Default: it is whole.</summary>
    public long? TruncateBodyAt { get; init; }

    /// <summary>Effect: most bytes of the body a second, more than 0. Default: as fast as the connection is.</summary>
    public int? BytesPerSecond { get; init; }

    /// <summary>Effect: the bit of the body at this offset of bytes is wrong. Default: none is.</summary>
    public long? CorruptBodyAt { get; init; }

    /// <summary>How many requests have met the conditions so far, hit or not.</summary>
    public long Matched => Interlocked.Read(ref _seen);

    /// <summary>Whether this request is hit; counts it where the conditions hold.</summary>
    internal bool Hits(string operation, string bucket, string key, Func<double> draw)
    {
        if ((Operation is not null && Operation != operation) || (Bucket is not null && Bucket != bucket) || !HasKey(key))
        {
            return false;
        }
        long number = Interlocked.Increment(ref _seen);
        return number >= FromCall && number - FromCall < Times && (Probability >= 1 || draw() < Probability);
    }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(FromCall, 1, nameof(FromCall));
        ArgumentOutOfRangeException.ThrowIfNegative(Times, nameof(Times));
        ArgumentOutOfRangeException.ThrowIfLessThan(Delay, TimeSpan.Zero, nameof(Delay));
        ArgumentOutOfRangeException.ThrowIfLessThan(BytesPerSecond ?? 1, 1, nameof(BytesPerSecond));
        ArgumentOutOfRangeException.ThrowIfNegative(TruncateBodyAt ?? 0, nameof(TruncateBodyAt));
        ArgumentOutOfRangeException.ThrowIfNegative(CorruptBodyAt ?? 0, nameof(CorruptBodyAt));
        if (Status is < 400 or > 599)
        {
            throw new ArgumentOutOfRangeException(nameof(Status), Status, "A fault's status is from 400 to 599.");
        }
        if (Probability is < 0 or > 1)
        {
            throw new ArgumentOutOfRangeException(nameof(Probability), Probability, "A probability is from 0 to 1.");
        }
    }

    private bool HasKey(string key) => Key is null || (Key.EndsWith('*') ? key.StartsWith(Key[..^1], StringComparison.Ordinal) : key == Key);
}

using Microsoft.Extensions.Logging;
using S3Gen.Runtime;

namespace S3Gen;

/// <summary>How an <see cref="S3Transfer"/> works. What is null is taken from the client's options.</summary>
public sealed class S3TransferOptions
{
    /// <summary>From which size on, in bytes, an object is transferred in parts, 1 to 5 GiB. Default: the client's
    /// <see cref="ClientOptions.MultipartThreshold"/>, 5 MiB unless set.</summary>
    public long? Threshold { get; init; }

    /// <summary>
    /// Size of a part in bytes, 5 MiB to 5 GiB. Parts are larger where an object would have more than 10,000 of them. Default: the
    /// client's <see cref="ClientOptions.MultipartPartSize"/>, 8 MiB unless set.
    /// </summary>
    public long? PartSize { get; init; }

    /// <summary>How many parts and objects all transfers together send or receive at once, 1 to 1,000. Default: the client's
    /// <see cref="ClientOptions.MultipartConcurrency"/>, 4 unless set.</summary>
    public int? Concurrency { get; init; }

    /// <summary>Above which size, in bytes, an object is copied in parts, 1 to 5 GiB. Default: 5 GiB, the most that S3 copies at once.</summary>
    public long CopyThreshold { get; init; } = 5L << 30;

    /// <summary>Size of a part of a copy in bytes, 5 MiB to 5 GiB. Default: 128 MiB.</summary>
    public long CopyPartSize { get; init; } = 128L << 20;

    /// <summary>How often a part is tried again when the client's own retries are used up or a response breaks off, 0 to 100. Default: 3.</summary>
    public int PartRetries { get; init; } = 3;

    /// <summary>Most bytes a second that all transfers together send and receive, at least 1,024. Default: null, no limit.</summary>
    public long? BandwidthLimit { get; init; }

    /// <summary>The clock for pauses, rates and the bandwidth limit. Default: the client's.</summary>
    public TimeProvider? TimeProvider { get; init; }

    /// <summary>Who is told of uploads that are left behind and of parts that are tried again. Default: the client's.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }
}

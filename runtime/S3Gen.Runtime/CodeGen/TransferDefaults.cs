using System.ComponentModel;
using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What a client's settings say of transfers in parts; without a client's word, what the documentation of its options says.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record TransferDefaults
{
    /// <summary>From which size on, in bytes, an object is transferred in parts.</summary>
    public long Threshold { get; init; } = 5L << 20;

    /// <summary>Size of a part in bytes.</summary>
    public long PartSize { get; init; } = 8L << 20;

    /// <summary>How many parts are transferred at once.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>Whether requests get a checksum that nobody asked for.</summary>
    public bool AddsChecksums { get; init; }

    /// <summary>Whether responses are held against checksums that nobody asked for.</summary>
    public bool VerifiesChecksums { get; init; }

    /// <summary>The client's clock.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Who is told of what happens; null for nobody.</summary>
    public ILoggerFactory? LoggerFactory { get; init; }
}

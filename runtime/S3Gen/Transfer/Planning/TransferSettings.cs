using System.Globalization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Transfer.Planning;

/// <summary>What transfers work with: the options over the client's defaults, checked.</summary>
internal sealed class TransferSettings
{
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal TransferSettings(S3TransferOptions options, TransferDefaults defaults)
    {
        Threshold = Check(options.Threshold ?? defaults.Threshold, 1, PartPlan.MaxPartSize, nameof(options.Threshold));
        PartSize = Check(options.PartSize ?? defaults.PartSize, PartPlan.MinPartSize, PartPlan.MaxPartSize, nameof(options.PartSize));
        Concurrency = (int)Check(options.Concurrency ?? defaults.Concurrency, 1, 1000, nameof(options.Concurrency));
        CopyThreshold = Check(options.CopyThreshold, 1, PartPlan.MaxPartSize, nameof(options.CopyThreshold));
        CopyPartSize = Check(options.CopyPartSize, PartPlan.MinPartSize, PartPlan.MaxPartSize, nameof(options.CopyPartSize));
        PartRetries = (int)Check(options.PartRetries, 0, 100, nameof(options.PartRetries));
        BandwidthLimit = options.BandwidthLimit is { } limit ? Check(limit, 1024, long.MaxValue, nameof(options.BandwidthLimit)) : null;
        TimeProvider = options.TimeProvider ?? defaults.TimeProvider;
        Logger = (options.LoggerFactory ?? defaults.LoggerFactory)?.CreateLogger("S3Gen.Transfer") ?? NullLogger.Instance;
        AddsChecksums = defaults.AddsChecksums;
        VerifiesChecksums = defaults.VerifiesChecksums;
    }

    internal long Threshold { get; }

    internal long PartSize { get; }

    internal int Concurrency { get; }

    internal long CopyThreshold { get; }

    internal long CopyPartSize { get; }

    internal int PartRetries { get; }

    internal long? BandwidthLimit { get; }

    internal TimeProvider TimeProvider { get; }

    internal ILogger Logger { get; }

    /// <summary>Whether parts get a checksum that nobody asked for; S3 then has to know of it when the upload is created.</summary>
    internal bool AddsChecksums { get; }

    /// <summary>Whether objects that come in ranges are held against the checksum of the whole.</summary>
    internal bool VerifiesChecksums { get; }

    private static long Check(long value, long least, long most, string option) => value >= least && value <= most
        ? value
        : throw new ArgumentOutOfRangeException(
            option, value, string.Create(CultureInfo.InvariantCulture, $"{nameof(S3TransferOptions)}.{option} is {value}, which is not within {least} and {most}."));
}

namespace S3Gen.Encryption;

/// <summary>How an <see cref="S3EncryptionClient"/> encrypts, and what it accepts.</summary>
public sealed class S3EncryptionOptions
{
    /// <summary>Wraps the data keys of objects that are written, and unwraps those that are read.</summary>
    public required IKeyring Keyring { get; init; }

    /// <summary>Keyrings that objects were written with before, for reading alone. Default: none.</summary>
    public IReadOnlyList<IKeyring> FormerKeyrings { get; init; } = [];

    /// <summary>The format of objects that are written. Default: <see cref="EncryptionFormats.CommittingAesGcm"/>.</summary>
    public EncryptionFormats Format { get; init; } = EncryptionFormats.CommittingAesGcm;

    /// <summary>The formats that are read; others are refused. Default: <see cref="EncryptionFormats.CommittingAesGcm"/> alone.</summary>
    public EncryptionFormats AcceptedFormats { get; init; } = EncryptionFormats.CommittingAesGcm;

    /// <summary>Largest plaintext in bytes that <see cref="S3EncryptionClient.GetObjectAsync"/> holds in memory until it is authenticated. Default: 64 MiB; less than 2 GiB.</summary>
    public long MaxBufferedLength { get; init; } = 64 * 1024 * 1024;

    /// <summary>
    /// Whether plaintext is handed out before it is authenticated, which is then known at the end of the stream only: whoever reads must not
    /// act on it, and has to undo what was done if the end throws. Default: false, and nothing is handed out before the tag was verified.
    /// </summary>
    public bool ReleaseUnauthenticated { get; init; }

    /// <summary>What is appended to a key to find the object's instruction file, where its metadata does not hold the wrapped key. Default: <c>.instruction</c>; null reads none.</summary>
    public string? InstructionFileSuffix { get; init; } = ".instruction";

    internal void Validate()
    {
        ArgumentNullException.ThrowIfNull(Keyring);
        ArgumentNullException.ThrowIfNull(FormerKeyrings);
        if (Format is not (EncryptionFormats.CommittingAesGcm or EncryptionFormats.AesGcm))
        {
            throw new ArgumentException($"{nameof(Format)} has to be one format.");
        }

        if (!AcceptedFormats.HasFlag(Format))
        {
            throw new ArgumentException($"{nameof(AcceptedFormats)} has to include {nameof(Format)} ({Format}): the client could not read what it writes.");
        }

        if (MaxBufferedLength < 0 || MaxBufferedLength >= Array.MaxLength)
        {
            throw new ArgumentException($"{nameof(MaxBufferedLength)} is {MaxBufferedLength}, which is not within 0 and {Array.MaxLength - 1}.");
        }
    }
}

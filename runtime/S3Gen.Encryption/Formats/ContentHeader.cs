namespace S3Gen.Encryption.Formats;

/// <summary>What is known of an encrypted object beside its bytes.</summary>
internal sealed record ContentHeader
{
    /// <summary>Sizes in bytes.</summary>
    internal const int IvSize = 12;
    internal const int MessageIdSize = 28;
    internal const int TagSize = 16;

    internal required EncryptionFormats Format { get; init; }

    internal required byte[] WrappedKey { get; init; }

    /// <summary>The full name of the wrapping algorithm.</summary>
    internal required string WrapAlgorithm { get; init; }

    /// <summary>Initialization vector of version 2, message id of version 3.</summary>
    internal required byte[] Nonce { get; init; }

    /// <summary>Version 3: what commits to the key.</summary>
    internal byte[] Commitment { get; init; } = [];

    internal IReadOnlyDictionary<string, string> Description { get; init; } = new Dictionary<string, string>();

    /// <summary>Length of the plaintext in bytes, where the metadata tells.</summary>
    internal long? PlainLength { get; init; }

    /// <summary>The name of the content's algorithm, which wrapped keys are bound to.</summary>
    internal string ContentAlgorithm => AlgorithmOf(Format);

    internal static string AlgorithmOf(EncryptionFormats format) => format == EncryptionFormats.AesGcm ? "AES/GCM/NoPadding" : "115";
}

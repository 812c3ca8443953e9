using System.Diagnostics.CodeAnalysis;

namespace S3Gen.Encryption;

/// <summary>The formats of encrypted objects.</summary>
/// <seealso href="https://docs.aws.amazon.com/amazon-s3-encryption-client/latest/developerguide/encryption-algorithms.html"/>
[Flags]
[SuppressMessage("Design", "CA1008", Justification = "No format at all is never right.")]
public enum EncryptionFormats
{
    /// <summary>
    /// Version 3: AES-256-GCM under a key derived from the data key with HKDF-SHA-512, and a commitment to that key, so that no ciphertext
    /// decrypts to two texts under two keys.
    /// </summary>
    CommittingAesGcm = 1,

    /// <summary>Version 2: AES-256-GCM under the data key itself, without commitment; for readers that know no version 3.</summary>
    AesGcm = 2,
}

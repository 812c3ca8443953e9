using System.Globalization;
using System.Text;

namespace S3Gen.Encryption.Formats;

/// <summary>Reads what is known of an encrypted object from its metadata, strictly: entries of two versions, or a missing one, are refused.</summary>
internal static class HeaderReader
{
    private static readonly string[] OfVersion3 = [MetadataKeys.ContentV3, MetadataKeys.KeyV3, MetadataKeys.CommitmentV3, MetadataKeys.MessageIdV3];

    /// <summary>Whether the wrapped key stands in the metadata; else an instruction file may hold it.</summary>
    internal static bool HasKey(IReadOnlyDictionary<string, string> metadata) =>
        metadata.ContainsKey(MetadataKeys.KeyV1) || metadata.ContainsKey(MetadataKeys.Key) || metadata.ContainsKey(MetadataKeys.KeyV3);

    /// <exception cref="S3EncryptionException">The metadata is of a format that is unknown or not accepted, or is not sound.</exception>
    internal static ContentHeader Read(IReadOnlyDictionary<string, string> metadata, EncryptionFormats accepted)
    {
        bool isVersion1 = metadata.ContainsKey(MetadataKeys.KeyV1);
        bool isVersion2 = metadata.ContainsKey(MetadataKeys.Key);
        bool isVersion3 = OfVersion3.Any(metadata.ContainsKey);
        if ((isVersion1 ? 1 : 0) + (isVersion2 ? 1 : 0) + (isVersion3 ? 1 : 0) > 1)
        {
            throw new S3EncryptionException("The metadata has entries of several versions of the format; it may have been tampered with.");
        }

        if (isVersion1)
        {
            throw new S3EncryptionException("The object is of version 1 of the format, which is not authenticated (AES-CBC) and not supported.");
        }

        EncryptionFormats format = isVersion2 ? EncryptionFormats.AesGcm : EncryptionFormats.CommittingAesGcm;
        return !isVersion2 && !isVersion3 ? throw new S3EncryptionException("The object is not encrypted, or its metadata was lost.")
            : !accepted.HasFlag(format) ? throw new S3EncryptionException(
                $"The object's format is {format}, which {nameof(S3EncryptionOptions)}.{nameof(S3EncryptionOptions.AcceptedFormats)} ({accepted}) does not include.")
            : isVersion2 ? ReadVersion2(metadata) : ReadVersion3(metadata);
    }

    private static ContentHeader ReadVersion2(IReadOnlyDictionary<string, string> metadata)
    {
        RequireValue(metadata, MetadataKeys.ContentAlgorithm, ContentHeader.AlgorithmOf(EncryptionFormats.AesGcm));
        RequireValue(metadata, MetadataKeys.TagLength, "128");
        return new ContentHeader
        {
            Format = EncryptionFormats.AesGcm,
            WrappedKey = Bytes(metadata, MetadataKeys.Key),
            WrapAlgorithm = Text(metadata, MetadataKeys.WrapAlgorithm),
            Nonce = Bytes(metadata, MetadataKeys.Iv, ContentHeader.IvSize),
            Description = ReadDescription(metadata, MetadataKeys.Description),
            PlainLength = ReadLength(metadata),
        };
    }

    private static ContentHeader ReadVersion3(IReadOnlyDictionary<string, string> metadata)
    {
        RequireValue(metadata, MetadataKeys.ContentV3, ContentHeader.AlgorithmOf(EncryptionFormats.CommittingAesGcm));
        return new ContentHeader
        {
            Format = EncryptionFormats.CommittingAesGcm,
            WrappedKey = Bytes(metadata, MetadataKeys.KeyV3),
            WrapAlgorithm = WrapNames.Expand(Text(metadata, MetadataKeys.WrapV3)),
            Nonce = Bytes(metadata, MetadataKeys.MessageIdV3, ContentHeader.MessageIdSize),
            Commitment = Bytes(metadata, MetadataKeys.CommitmentV3, ContentHeader.MessageIdSize),
            Description = ReadDescription(metadata, MetadataKeys.DescriptionV3),
        };
    }

    private static Dictionary<string, string> ReadDescription(IReadOnlyDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out string? json) && json.Length > 0
            ? MaterialDescription.Read(Encoding.UTF8.GetBytes(json), $"The metadata entry {name}")
            : [];

    private static long? ReadLength(IReadOnlyDictionary<string, string> metadata)
    {
        if (!metadata.TryGetValue(MetadataKeys.PlainLength, out string? text))
        {
            return null;
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long length)
            ? length
            : throw new S3EncryptionException($"The metadata entry {MetadataKeys.PlainLength} is not a number of bytes.");
    }

    private static void RequireValue(IReadOnlyDictionary<string, string> metadata, string name, string value)
    {
        string found = Text(metadata, name);
        if (found != value)
        {
            throw new S3EncryptionException($"The metadata entry {name} is '{found}'; only '{value}' is supported.");
        }
    }

    private static string Text(IReadOnlyDictionary<string, string> metadata, string name) =>
        metadata.TryGetValue(name, out string? value) ? value : throw new S3EncryptionException($"The metadata entry {name} is missing.");

    private static byte[] Bytes(IReadOnlyDictionary<string, string> metadata, string name, int? size = null)
    {
        string text = Text(metadata, name);
        byte[] bytes;
        try
        {
            bytes = Convert.FromBase64String(text);
        }
        catch (FormatException e)
        {
            throw new S3EncryptionException($"The metadata entry {name} is not base64.", e);
        }

        // Bits that the last character has to spare would let two texts stand for one key: whatever was changed is refused.
        return Convert.ToBase64String(bytes) != text ? throw new S3EncryptionException($"The metadata entry {name} is not canonical base64; it may have been tampered with.")
            : size is null || bytes.Length == size ? bytes
            : throw new S3EncryptionException($"The metadata entry {name} has {bytes.Length} bytes instead of {size}.");
    }
}

using System.Globalization;

namespace S3Gen.Encryption.Formats;

/// <summary>Writes what is known of an encrypted object as entries of its metadata.</summary>
internal static class HeaderWriter
{
    /// <summary>The user's metadata, and the format's.</summary>
    internal static Dictionary<string, string> AddTo(IReadOnlyDictionary<string, string>? own, ContentHeader header)
    {
        Dictionary<string, string> metadata = own is null ? [] : own.ToDictionary(StringComparer.Ordinal);
        if (header.Format == EncryptionFormats.AesGcm)
        {
            WriteVersion2(header, metadata);
        }
        else
        {
            WriteVersion3(header, metadata);
        }

        return metadata;
    }

    private static void WriteVersion2(ContentHeader header, Dictionary<string, string> metadata)
    {
        metadata[MetadataKeys.Key] = Convert.ToBase64String(header.WrappedKey);
        metadata[MetadataKeys.Iv] = Convert.ToBase64String(header.Nonce);
        metadata[MetadataKeys.WrapAlgorithm] = header.WrapAlgorithm;
        metadata[MetadataKeys.ContentAlgorithm] = header.ContentAlgorithm;
        metadata[MetadataKeys.TagLength] = "128";
        metadata[MetadataKeys.Description] = MaterialDescription.Write(header.Description);
        if (header.PlainLength is { } length)
        {
            metadata[MetadataKeys.PlainLength] = length.ToString(CultureInfo.InvariantCulture);
        }
    }

    private static void WriteVersion3(ContentHeader header, Dictionary<string, string> metadata)
    {
        metadata[MetadataKeys.ContentV3] = header.ContentAlgorithm;
        metadata[MetadataKeys.KeyV3] = Convert.ToBase64String(header.WrappedKey);
        metadata[MetadataKeys.WrapV3] = WrapNames.Shorten(header.WrapAlgorithm);
        metadata[MetadataKeys.CommitmentV3] = Convert.ToBase64String(header.Commitment);
        metadata[MetadataKeys.MessageIdV3] = Convert.ToBase64String(header.Nonce);
        metadata[MetadataKeys.DescriptionV3] = MaterialDescription.Write(header.Description);
    }
}

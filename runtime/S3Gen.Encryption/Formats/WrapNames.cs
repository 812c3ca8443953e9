namespace S3Gen.Encryption.Formats;

/// <summary>The names of wrapping algorithms, which version 3 abbreviates.</summary>
internal static class WrapNames
{
    private static readonly (string Name, string Short)[] Names = [("AES/GCM", "02"), ("kms+context", "12"), ("RSA-OAEP-SHA1", "22")];

    /// <exception cref="ArgumentException">Version 3 has no sign for the algorithm.</exception>
    internal static string Shorten(string name)
    {
        foreach ((string full, string abbreviated) in Names)
        {
            if (full == name)
            {
                return abbreviated;
            }
        }

        throw new ArgumentException($"The keyring's algorithm '{name}' is not one of version 3: {string.Join(", ", Names.Select(static pair => pair.Name))}.");
    }

    /// <exception cref="S3EncryptionException">It is none that version 3 knows.</exception>
    internal static string Expand(string abbreviated)
    {
        foreach ((string full, string sign) in Names)
        {
            if (sign == abbreviated)
            {
                return full;
            }
        }

        throw new S3EncryptionException($"The metadata entry {MetadataKeys.WrapV3} is '{abbreviated}', which is no wrapping algorithm of version 3.");
    }
}

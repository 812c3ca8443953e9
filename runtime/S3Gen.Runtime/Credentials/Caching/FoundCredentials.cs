using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>What a source has found.</summary>
/// <param name="Credentials">The credentials.</param>
/// <param name="Files">The files that they were read from, which are looked after: when one is replaced they are read anew.</param>
/// <param name="IsOwned">Whether nobody else has them, so that they can be wiped.</param>
internal readonly record struct FoundCredentials(Credentials Credentials, FileStamp[] Files, bool IsOwned)
{
    internal FoundCredentials(Credentials credentials)
        : this(credentials, [], IsOwned: true)
    {
    }

    internal bool FilesHaveChanged => Array.Exists(Files, static file => file.HasChanged);
}

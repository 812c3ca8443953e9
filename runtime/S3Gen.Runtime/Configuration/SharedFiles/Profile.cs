namespace S3Gen.Runtime.Configuration;

/// <summary>A named set of settings, gathered from all sections of its name.</summary>
internal sealed class Profile(string name)
{
    private readonly List<ProfileSection> _sections = [];

    internal string Name => name;

    /// <summary>A setting; null if there is none, or nothing in it. Of several sections that have it the one that was added first wins.</summary>
    internal string? this[string setting] => SectionWith(setting)?[setting];

    /// <summary>The file that a setting is of; null if there is none.</summary>
    internal string? FileOf(string setting) => SectionWith(setting)?.File;

    /// <summary>A secret, which stays the profile's; null if there is none, or nothing in it.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="file">The file that it has to be of; null for any.</param>
    internal SecretString? FindSecret(string setting, string? file = null)
    {
        foreach (ProfileSection section in _sections)
        {
            if ((file is null || section.File == file) && section.FindSecret(setting) is { IsEmpty: false } secret)
            {
                return secret;
            }
        }

        return null;
    }

    internal void Add(ProfileSection section) => _sections.Add(section);

    private ProfileSection? SectionWith(string setting) => _sections.Find(section => section[setting] is { Length: > 0 });
}

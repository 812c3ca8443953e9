namespace S3Gen.Runtime.Configuration;

/// <summary>A named set of settings, gathered from all sections of its name.</summary>
internal sealed class Profile(string name)
{
    private readonly List<ProfileSection> _sections = [];

    internal string Name => name;

    /// <summary>A setting; null if there is none, or nothing in it. Of several sections that have it the one that was added first wins.</summary>
    internal string? this[string setting]
    {
        get
        {
            foreach (ProfileSection section in _sections)
            {
                if (section[setting] is { Length: > 0 } value)
                {
                    return value;
                }
            }

            return null;
        }
    }

    /// <summary>A secret, which stays the profile's; null if there is none, or nothing in it.</summary>
    internal SecretString? FindSecret(string setting)
    {
        foreach (ProfileSection section in _sections)
        {
            if (section.FindSecret(setting) is { IsEmpty: false } secret)
            {
                return secret;
            }
        }

        return null;
    }

    internal void Add(ProfileSection section) => _sections.Add(section);
}

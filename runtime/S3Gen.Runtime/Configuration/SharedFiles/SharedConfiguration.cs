namespace S3Gen.Runtime.Configuration;

/// <summary>What both shared files say together. In a profile that is in both, settings of the credentials file win.</summary>
internal sealed class SharedConfiguration
{
    private const string Default = "default";

    private readonly Dictionary<string, Profile> _profiles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Profile> _sessions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Profile> _services = new(StringComparer.Ordinal);

    internal SharedConfiguration(IReadOnlyList<ProfileSection> credentials, IReadOnlyList<ProfileSection> config, FileStamp[] stamps)
    {
        Stamps = stamps;
        foreach (ProfileSection section in credentials.Reverse())
        {
            Add(_profiles, ProfileSection.Unquote(section.Header), section);
        }

        // [profile default] hides [default].
        bool hasPrefixedDefault = config.Any(static section => section.NameAs("profile") == Default);
        foreach (ProfileSection section in config.Reverse())
        {
            Add(_profiles, section.NameAs("profile") ?? (section.Header == Default && !hasPrefixedDefault ? Default : null), section);
            Add(_sessions, section.NameAs("sso-session"), section);
            Add(_services, section.NameAs("services"), section);
        }
    }

    /// <summary>By these it is noticed that the files were replaced.</summary>
    internal FileStamp[] Stamps { get; }

    internal Profile? FindProfile(string name) => _profiles.GetValueOrDefault(name);

    internal Profile? FindSsoSession(string name) => _sessions.GetValueOrDefault(name);

    internal Profile? FindServices(string name) => _services.GetValueOrDefault(name);

    private static void Add(Dictionary<string, Profile> sections, string? name, ProfileSection section)
    {
        if (name is null)
        {
            return;
        }

        if (!sections.TryGetValue(name, out Profile? profile))
        {
            sections.Add(name, profile = new Profile(name));
        }

        profile.Add(section);
    }
}

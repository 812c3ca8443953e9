namespace S3Gen.Runtime.Configuration;

/// <summary>Environment and profile of one client, in which settings are looked up.</summary>
internal sealed class SettingsSource(EnvironmentSource environment, SharedConfiguration? files, string serviceId)
{
    private readonly string _service = serviceId.Replace(' ', '_');

    /// <summary>The profile that is in force; null until it is known, and if there is none.</summary>
    internal Profile? Profile { get; set; }

    /// <summary>What is wrong with where was looked; null if nothing is.</summary>
    internal string? Fault { get; private set; }

    internal static SettingOrigin OriginOf(SettingKey key) =>
        key.Kind is SettingKeyKind.Variable or SettingKeyKind.ServiceVariable ? SettingOrigin.Environment : SettingOrigin.Profile;

    /// <summary>Looks a key up; null if nobody has set it.</summary>
    internal string? Find(SettingKey key) => key.Kind switch
    {
        SettingKeyKind.Variable => environment.Get(key.Name),
        SettingKeyKind.ServiceVariable => environment.Get(VariableOf(key)),
        SettingKeyKind.Profile => Profile?[key.Name],
        _ => FindServices()?[$"{_service}.{key.Name}"],
    };

    /// <summary>What a key is called where it is looked up, as the user knows it.</summary>
    internal string Label(SettingKey key) => key.Kind switch
    {
        SettingKeyKind.Variable => key.Name,
        SettingKeyKind.ServiceVariable => VariableOf(key),
        SettingKeyKind.Profile => $"{key.Name} of profile '{Profile?.Name}'",
        _ => $"services {_service.ToLowerInvariant()}.{key.Name} of profile '{Profile?.Name}'",
    };

    /// <summary>A section that is not there is no reason to go to AWS with what was meant for another endpoint.</summary>
    private Profile? FindServices()
    {
        if (Profile?["services"] is not { } name)
        {
            return null;
        }

        Profile? services = files?.FindServices(name);
        Fault = services is null ? $"profile '{Profile.Name}' names the services section '{name}', and there is no such section" : null;
        return services;
    }

    private string VariableOf(SettingKey key) => key.Name + _service.ToUpperInvariant();
}

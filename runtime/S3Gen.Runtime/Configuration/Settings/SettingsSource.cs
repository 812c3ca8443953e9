namespace S3Gen.Runtime.Configuration;

/// <summary>Environment and profile of one client, in which settings are looked up.</summary>
internal sealed class SettingsSource(EnvironmentSource environment, SharedConfiguration? files, string serviceId)
{
    private readonly string _service = serviceId.Replace(' ', '_');

    /// <summary>The profile that is in force; null until it is known, and if there is none.</summary>
    internal Profile? Profile { get; set; }

    /// <summary>What is wrong with where was looked; null if nothing is.</summary>
    internal string? Fault { get; private set; }

    /// <summary>Looks a key up.</summary>
    /// <param name="key">The key.</param>
    /// <param name="label">The name that was looked for, as the user knows it.</param>
    internal string? Find<T>(SettingKey<T> key, out string label)
    {
        switch (key.Kind)
        {
            case SettingKeyKind.Variable:
                label = key.Name;
                return environment.Get(label);
            case SettingKeyKind.ServiceVariable:
                label = key.Name + _service.ToUpperInvariant();
                return environment.Get(label);
            case SettingKeyKind.Profile:
                label = $"{key.Name} of profile '{Profile?.Name}'";
                return Profile?[key.Name];
            default:
                label = $"services {_service.ToLowerInvariant()}.{key.Name} of profile '{Profile?.Name}'";
                return FindServices()?[$"{_service}.{key.Name}"];
        }
    }

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
}

namespace S3Gen.Runtime.Configuration;

/// <summary>A name under which a setting is found.</summary>
internal sealed class SettingKey
{
    private SettingKey(SettingKeyKind kind, string name, Func<string, object?>? parse)
    {
        Kind = kind;
        Name = name;
        Parse = parse;
    }

    internal SettingKeyKind Kind { get; }

    internal string Name { get; }

    /// <summary>How this name's value is read, if not as the setting's others.</summary>
    internal Func<string, object?>? Parse { get; }

    /// <summary>An environment variable.</summary>
    internal static SettingKey Variable(string name, Func<string, object?>? parse = null) => new(SettingKeyKind.Variable, name, parse);

    /// <summary>The environment variable of a service: its name follows, as in <c>AWS_ENDPOINT_URL_S3</c>.</summary>
    internal static SettingKey ServiceVariable(string prefix) => new(SettingKeyKind.ServiceVariable, prefix, null);

    /// <summary>A key of the profile; <c>s3.x</c> is x, nested under s3.</summary>
    internal static SettingKey Profile(string name, Func<string, object?>? parse = null) => new(SettingKeyKind.Profile, name, parse);

    /// <summary>A key nested under the service in the section that the profile's <c>services</c> names.</summary>
    internal static SettingKey Services(string name) => new(SettingKeyKind.Services, name, null);
}

/// <summary>Where a key is looked up.</summary>
internal enum SettingKeyKind
{
    Variable,
    ServiceVariable,
    Profile,
    Services,
}

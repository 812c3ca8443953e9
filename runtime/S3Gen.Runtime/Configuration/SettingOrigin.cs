namespace S3Gen.Runtime;

/// <summary>Where a setting's value comes from, the strongest first.</summary>
public enum SettingOrigin
{
    /// <summary>The options say so, or the options that they are based on.</summary>
    Code,

    /// <summary>The options' <see cref="ClientOptions.Section"/>.</summary>
    Section,

    /// <summary>An environment variable.</summary>
    Environment,

    /// <summary>The profile in the shared files.</summary>
    Profile,

    /// <summary>Nobody has said anything.</summary>
    Default,
}

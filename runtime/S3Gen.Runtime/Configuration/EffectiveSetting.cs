namespace S3Gen.Runtime;

/// <summary>The value of a setting that a client works with, and where it comes from. It holds no secrets.</summary>
/// <param name="Name">The option's name, e.g. <c>MaxRetries</c>.</param>
/// <param name="Value">The value as text; null if the setting is left open.</param>
/// <param name="Origin">Which kind of source has decided.</param>
/// <param name="Key">The variable or the profile's key, e.g. <c>AWS_MAX_ATTEMPTS</c>; null for code and defaults.</param>
public sealed record EffectiveSetting(string Name, string? Value, SettingOrigin Origin, string? Key)
{
    /// <summary>For people, e.g. <c>MaxRetries = 4 (AWS_MAX_ATTEMPTS)</c>.</summary>
    public override string ToString() => $"{Name} = {Value ?? "(open)"} ({Key ?? (Origin == SettingOrigin.Code ? "code" : "default")})";
}

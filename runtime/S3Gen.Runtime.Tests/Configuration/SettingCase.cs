namespace S3Gen.Runtime.Tests.Configuration;

/// <summary>A row of the table of settings, as a user knows it.</summary>
/// <param name="Name">The option.</param>
/// <param name="Default">Its default, as text.</param>
/// <param name="Code">Options that set it, and the value as text.</param>
/// <param name="Variables">Variables from the strongest on, each with a text and the value that it means.</param>
/// <param name="ProfileKeys">Keys of the profile, likewise; <c>s3.x</c> is nested.</param>
public sealed record SettingCase(
    string Name,
    string? Default,
    (ClientOptions Options, string Value) Code,
    (string Name, string Text, string Value)[] Variables,
    (string Name, string Text, string Value)[] ProfileKeys)
{
    public override string ToString() => Name;
}

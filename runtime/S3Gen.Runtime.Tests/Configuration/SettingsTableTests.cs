using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Configuration;

/// <summary>Code beats environment beats profile beats default, for each setting, and each says where it comes from.</summary>
public sealed class SettingsTableTests
{
    [TestCaseSource(typeof(SettingCases), nameof(SettingCases.All))]
    public void Default_applies_where_nobody_says_anything(SettingCase setting) =>
        Assert.That(Read(setting, new FakeEnvironment()), Is.EqualTo((setting.Default, SettingOrigin.Default, (string?)null)));

    [TestCaseSource(typeof(SettingCases), nameof(SettingCases.WithProfileKeys))]
    public void Profile_beats_the_default(SettingCase setting)
    {
        foreach ((string name, string text, string value) in setting.ProfileKeys)
        {
            using TempHome home = new(Config((name, text)));

            Assert.That(Read(setting, home.Environment(("AWS_PROFILE", "dev"))), Is.EqualTo((value, SettingOrigin.Profile, $"{name} of profile 'dev'")));
        }
    }

    [TestCaseSource(typeof(SettingCases), nameof(SettingCases.WithVariables))]
    public void Each_variable_beats_those_after_it_and_the_profile(SettingCase setting)
    {
        using TempHome home = new(Config([.. setting.ProfileKeys.Select(static key => (key.Name, key.Text))]));
        for (int i = 0; i < setting.Variables.Length; i++)
        {
            (string, string)[] variables = [.. setting.Variables[i..].Select(static variable => (variable.Name, variable.Text)), .. Profile(setting)];

            Assert.That(
                Read(setting, home.Environment(variables)),
                Is.EqualTo((setting.Variables[i].Value, SettingOrigin.Environment, setting.Variables[i].Name)));
        }
    }

    [TestCaseSource(typeof(SettingCases), nameof(SettingCases.All))]
    public void Code_beats_everything(SettingCase setting)
    {
        using TempHome home = new(Config([.. setting.ProfileKeys.Select(static key => (key.Name, key.Text))]) + $"[profile {setting.Code.Value}]\n");
        (string, string)[] variables = [.. setting.Variables.Select(static variable => (variable.Name, variable.Text)), .. Profile(setting)];

        EffectiveSetting effective = Find(setting, new ClientOptions { Environment = home.Environment(variables), BasedOn = setting.Code.Options });

        Assert.That((effective.Value, effective.Origin, effective.Key), Is.EqualTo((setting.Code.Value, SettingOrigin.Code, (string?)null)));
    }

    [Test]
    public void Every_setting_has_a_case()
    {
        IEnumerable<string> names = new ClientOptions { Environment = new FakeEnvironment() }.GetEffectiveSettings().Select(static setting => setting.Name);

        // How the metadata service is reached is no option: ClientSettingsTests has these.
        Assert.That(
            names.Where(static name => !name.StartsWith("InstanceMetadata", StringComparison.Ordinal)),
            Is.EquivalentTo(SettingCases.All.Select(static setting => setting.Name)));
    }

    private static (string, string)[] Profile(SettingCase setting) => setting.Name == nameof(ClientOptions.Profile) ? [] : [("AWS_PROFILE", "dev")];

    private static (string?, SettingOrigin, string?) Read(SettingCase setting, FakeEnvironment environment)
    {
        EffectiveSetting effective = Find(setting, new ClientOptions { Environment = environment });
        return (effective.Value, effective.Origin, effective.Key);
    }

    private static EffectiveSetting Find(SettingCase setting, ClientOptions options) =>
        options.GetEffectiveSettings().Single(effective => effective.Name == setting.Name);

    /// <summary>A config with a profile of these settings, nested ones under their names.</summary>
    private static string Config(params (string Name, string Text)[] settings)
    {
        IEnumerable<string> plain = settings.Where(static setting => !setting.Name.Contains('.')).Select(static setting => $"{setting.Name} = {setting.Text}\n");
        IEnumerable<string> nested = settings.Where(static setting => setting.Name.StartsWith("s3.", StringComparison.Ordinal))
            .Select(static setting => $"  {setting.Name[3..]} = {setting.Text}\n");
        return $"[profile dev]\n{string.Concat(plain)}s3 =\n{string.Concat(nested)}";
    }
}

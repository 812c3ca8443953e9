using System.Reflection;
using S3Gen.Runtime.Configuration;

namespace S3Gen.Runtime.Tests.Configuration;

/// <summary>Only what somebody has set is held against a setting's rule when a client is made, so that the defaults have to keep it.</summary>
public sealed class SettingDefaultTests
{
    private const BindingFlags Internal = BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static IEnumerable<TestCaseData> Settings => typeof(Setting).Assembly.GetTypes()
        .SelectMany(static type => type.GetFields(Internal))
        .Where(static row => row.IsStatic && row.FieldType.IsAssignableTo(typeof(Setting)))
        .Select(static row => new TestCaseData((Setting)row.GetValue(null)!).SetArgDisplayNames($"{row.DeclaringType!.Name}.{row.Name}"));

    [TestCaseSource(nameof(Settings))]
    public void Default_of_a_setting_keeps_its_rule(object row)
    {
        Setting setting = (Setting)row;
        object? value = setting.GetType().GetProperty("Default", Internal)!.GetValue(setting);

        Assert.That(setting.FindFault(value), Is.Null);
    }

    [Test]
    public void All_settings_are_found() => Assert.That(Settings.Count(), Is.GreaterThan(45));
}

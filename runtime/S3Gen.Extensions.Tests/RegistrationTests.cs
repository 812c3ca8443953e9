using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using S3Gen.Testing;

namespace S3Gen.Extensions.Tests;

public sealed class RegistrationTests
{
    [Test]
    public async Task The_container_makes_one_client_and_disposes_it()
    {
        await using S3TestServer server = await S3TestServer.StartAsync();
        ServiceProvider provider = new ServiceCollection().AddS3Client(options: _ => Servers.OptionsFor(server)).BuildServiceProvider();
        IS3Client s3 = provider.GetRequiredService<IS3Client>();
        await s3.CreateBucketAsync("one");
        Assert.That(s3, Is.SameAs(provider.GetRequiredService<S3Client>()));

        await provider.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => s3.CreateBucketAsync("two"));
    }

    [Test]
    public async Task Clients_with_names_are_keyed_services_with_settings_of_their_own()
    {
        await using S3TestServer first = await S3TestServer.StartAsync();
        await using S3TestServer second = await S3TestServer.StartAsync();
        await using ServiceProvider provider = new ServiceCollection()
            .AddS3Client("first", options: _ => Servers.OptionsFor(first))
            .AddS3Client("second", options: _ => Servers.OptionsFor(second))
            .BuildServiceProvider();

        await provider.GetRequiredKeyedService<IS3Client>("second").CreateBucketAsync("bucket");

        Assert.That((first.RequestCount, second.RequestCount), Is.EqualTo((0L, 1L)));
        Assert.That(provider.GetRequiredKeyedService<S3Client>("first"), Is.Not.SameAs(provider.GetRequiredKeyedService<S3Client>("second")));
    }

    [Test]
    public async Task Settings_come_from_the_section_and_code_wins_over_it()
    {
        await using S3TestServer server = await S3TestServer.StartAsync();
        IConfiguration section = Section(("EndpointUrl", "http://localhost:1"), ("Region", server.Region), ("ReadTimeout", "00:00:07"), ("MaxRetries", "0"));
        await using ServiceProvider provider = new ServiceCollection().AddS3Client(section, _ => Servers.OptionsFor(server)).BuildServiceProvider();

        await provider.GetRequiredService<IS3Client>().CreateBucketAsync("bucket");

        Assert.That(server.RequestCount, Is.EqualTo(1));
    }

    [TestCase("ReadTimeout", "00:00:07", "00:00:07")]
    [TestCase("ReadTimeout", "7000", "00:00:07")]
    [TestCase("multipartpartsize", "16MB", "16777216")]
    [TestCase("RequestChecksumCalculation", "WhenRequired", "WhenRequired")]
    [TestCase("EndpointUrl", "http://store:9000", "http://store:9000/")]
    public void A_setting_of_a_section_is_in_force_under_its_key(string name, string text, string value)
    {
        S3ClientOptions options = new() { Section = new SettingsSection("S3", [KeyValuePair.Create(name, (string?)text)]) };

        EffectiveSetting setting = options.GetEffectiveSettings().Single(setting => setting.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

        Assert.That(setting, Is.EqualTo(new EffectiveSetting(setting.Name, value, SettingOrigin.Section, $"S3:{setting.Name}")));
    }

    [Test]
    public void All_faults_of_a_section_are_in_one_message_that_names_their_keys()
    {
        IConfiguration section = Section(("MaxRetries", "-1"), ("ReadTimeout", "soon"), ("MaxConections", "3"), ("Banana", "1"));
        using ServiceProvider provider = new ServiceCollection().AddS3Client(section).BuildServiceProvider();

        OptionsValidationException fault = Assert.Throws<OptionsValidationException>(() => provider.GetRequiredService<IStartupValidator>().Validate())!;

        Assert.That(fault.Message, Is.EqualTo("S3 client: The client's options are faulty: "
            + "ReadTimeout, from S3:ReadTimeout, is not an integer; MaxRetries, from S3:MaxRetries, is -1, which is not within 0 and 100; "
            + "S3:Banana is no setting of a client; S3:MaxConections is no setting of a client: did you mean S3:MaxConnections?. (Parameter 'options')"));
    }

    [Test]
    public async Task The_logger_factory_of_the_container_is_used()
    {
        List<string> lines = [];
        await using S3TestServer server = await S3TestServer.StartAsync();
        await using ServiceProvider provider = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new ListProvider(lines)))
            .AddS3Client(options: _ => Servers.OptionsFor(server))
            .BuildServiceProvider();

        await provider.GetRequiredService<IS3Client>().CreateBucketAsync("bucket");

        Assert.That(lines, Has.Some.StartsWith("S3 operation completed: create_bucket bucket=bucket"));
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(static value => KeyValuePair.Create($"S3:{value.Key}", (string?)value.Value)))
        .Build()
        .GetSection("S3");

    private sealed class ListProvider(List<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (lines)
            {
                lines.Add(formatter(state, exception));
            }
        }

        public void Dispose()
        {
        }
    }
}

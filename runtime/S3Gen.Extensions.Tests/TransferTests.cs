using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using S3Gen.Testing;

namespace S3Gen.Extensions.Tests;

/// <summary>Transfers in a container: which client they go over, and with which settings.</summary>
public sealed class TransferTests
{
    private const int MiB = 1 << 20;

    [Test]
    public async Task The_transfer_of_the_container_goes_over_its_client_and_is_one_for_all()
    {
        await using S3TestServer server = await S3TestServer.StartAsync();
        await using ServiceProvider provider = new ServiceCollection().AddS3Client(options: _ => Servers.OptionsFor(server)).AddS3Transfer().BuildServiceProvider();
        await provider.GetRequiredService<IS3Client>().CreateBucketAsync("bucket");

        await UploadAsync(provider.GetRequiredService<S3Transfer>(), "k", size: 1000);

        Assert.That(server.RequestCount, Is.EqualTo(2));
        Assert.That(provider.GetRequiredService<S3Transfer>(), Is.SameAs(provider.GetRequiredService<S3Transfer>()));
    }

    [Test]
    public async Task Transfers_with_names_are_keyed_services_over_the_clients_of_these_names()
    {
        await using S3TestServer first = await S3TestServer.StartAsync();
        await using S3TestServer second = await S3TestServer.StartAsync();
        await using ServiceProvider provider = new ServiceCollection()
            .AddS3Client("first", options: _ => Servers.OptionsFor(first)).AddS3Transfer("first")
            .AddS3Client("second", options: _ => Servers.OptionsFor(second)).AddS3Transfer("second", Section(("Threshold", "5MB"), ("PartSize", "5MB")))
            .BuildServiceProvider();
        await provider.GetRequiredKeyedService<IS3Client>("first").CreateBucketAsync("bucket");
        await provider.GetRequiredKeyedService<IS3Client>("second").CreateBucketAsync("bucket");

        await UploadAsync(provider.GetRequiredKeyedService<S3Transfer>("second"), "k", size: 12 * MiB);

        Assert.That(provider.GetService<S3Transfer>(), Is.Null);
        Assert.That((first.RequestCount, await PartsAsync(provider, "second")), Is.EqualTo((1L, 3)));
    }

    [Test]
    public async Task Settings_come_from_the_section_and_code_wins_over_it()
    {
        await using S3TestServer server = await S3TestServer.StartAsync();
        await using ServiceProvider provider = new ServiceCollection()
            .AddS3Client("s", options: _ => Servers.OptionsFor(server))
            .AddS3Transfer("s", Section(("threshold", "1048576"), ("PartSize", "8 MiB")), _ => new S3TransferOptions { PartSize = 5 * MiB })
            .BuildServiceProvider();
        await provider.GetRequiredKeyedService<IS3Client>("s").CreateBucketAsync("bucket");

        await UploadAsync(provider.GetRequiredKeyedService<S3Transfer>("s"), "k", size: 11 * MiB);

        Assert.That(await PartsAsync(provider, "s"), Is.EqualTo(3));
    }

    [Test]
    public async Task What_neither_code_nor_section_sets_is_the_clients()
    {
        await using S3TestServer server = await S3TestServer.StartAsync();
        await using ServiceProvider provider = new ServiceCollection()
            .AddS3Client("s", options: _ => new S3ClientOptions { BasedOn = Servers.OptionsFor(server), MultipartThreshold = 1, MultipartPartSize = 6 * MiB })
            .AddS3Transfer("s", Section(("PartRetries", "1")))
            .BuildServiceProvider();
        await provider.GetRequiredKeyedService<IS3Client>("s").CreateBucketAsync("bucket");

        await UploadAsync(provider.GetRequiredKeyedService<S3Transfer>("s"), "k", size: 12 * MiB);

        Assert.That(await PartsAsync(provider, "s"), Is.EqualTo(2));
    }

    [Test]
    public void All_faults_of_a_section_stop_the_host_with_their_keys_rules_and_fixes()
    {
        using IHost host = HostOf(services => services.AddS3Client().AddS3Transfer(Section(("PartSize", "huge"), ("Concurrency", "many"), ("PartSiz", "8MB"))));

        OptionsValidationException fault = Assert.Throws<OptionsValidationException>(() => host.Start())!;

        Assert.That(fault.Failures, Is.EqualTo(new[]
        {
            "S3 transfer: Transfer:PartSize is no size: write bytes, or a number with KB, MB or GB, e.g. 16MB",
            "S3 transfer: Transfer:Concurrency is no whole number: write digits alone, e.g. 4",
            "S3 transfer: Transfer:PartSiz is no setting of transfers: use Threshold, PartSize, Concurrency, CopyThreshold, CopyPartSize, PartRetries, BandwidthLimit",
        }));
    }

    [TestCase("PartSize", "1MB", "S3TransferOptions.PartSize is 1048576, which is not within 5242880 and 5368709120")]
    [TestCase("Concurrency", "0", "S3TransferOptions.Concurrency is 0, which is not within 1 and 1000")]
    [TestCase("CopyPartSize", "6GB", "S3TransferOptions.CopyPartSize is 6442450944, which is not within 5242880 and 5368709120")]
    [TestCase("CopyThreshold", "0", "S3TransferOptions.CopyThreshold is 0, which is not within 1 and 5368709120")]
    [TestCase("PartRetries", "-1", "S3TransferOptions.PartRetries is -1, which is not within 0 and 100")]
    [TestCase("BandwidthLimit", "1", "S3TransferOptions.BandwidthLimit is 1, which is not within 1024 and")]
    [TestCase("Threshold", "0", "S3TransferOptions.Threshold is 0, which is not within 1 and 5368709120")]
    public void Setting_out_of_range_stops_the_host_with_its_range(string name, string value, string message)
    {
        using IHost host = HostOf(services => services.AddS3Client("photos").AddS3Transfer("photos", Section((name, value))));

        OptionsValidationException fault = Assert.Throws<OptionsValidationException>(() => host.Start())!;

        Assert.That(fault.Message, Does.StartWith("S3 transfer 'photos': ").And.Contain(message));
    }

    [Test]
    public void Transfer_over_a_client_that_nobody_added_stops_the_host()
    {
        using IHost host = HostOf(services => services.AddS3Client("photos").AddS3Transfer("videos"));

        Assert.That(() => host.Start(), Throws.InvalidOperationException.With.Message.Contains("IS3Client"));
    }

    [Test]
    public void Fault_of_the_client_is_told_once()
    {
        using IHost host = HostOf(services => services.AddS3Client("photos", Section(("MaxRetries", "-1"))).AddS3Transfer("photos"));

        Assert.That(() => host.Start(), Throws.TypeOf<OptionsValidationException>().With.Message.StartsWith("S3 client 'photos': ").And.Message.Contains("Transfer:MaxRetries"));
    }

    [Test]
    public void Every_option_but_clock_and_logger_can_be_in_a_section()
    {
        string[] names = [.. typeof(S3TransferOptions).GetProperties().Select(static option => option.Name).Except(["TimeProvider", "LoggerFactory"])];

        foreach (string name in names)
        {
            OptionsValidationException fault = Assert.Throws<OptionsValidationException>(() => TransferSection.Merge(Section((name, "x")), new S3TransferOptions()))!;
            Assert.That(fault.Failures.Single(), Does.StartWith($"Transfer:{name} is no ").And.Not.Contain("no setting"));
        }
    }

    [TestCase("5MB", 5L << 20)]
    [TestCase("5 mib", 5L << 20)]
    [TestCase("3gb", 3L << 30)]
    [TestCase("1TB", 1L << 40)]
    [TestCase("2kib", 2L << 10)]
    [TestCase("70000", 70000L)]
    public void Sizes_are_written_as_in_a_clients_section(string text, long bytes)
    {
        S3ClientOptions client = new() { Section = new SettingsSection("S3", [KeyValuePair.Create("MultipartThreshold", (string?)text)]) };
        string? read = bytes <= 5L << 30 ? client.GetEffectiveSettings().Single(static setting => setting.Name == "MultipartThreshold").Value : null;

        Assert.That(TextSize.TryParse(text, out long size), Is.True);
        Assert.That(size, Is.EqualTo(bytes));
        Assert.That(read, Is.Null.Or.EqualTo(bytes.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [TestCase("")]
    [TestCase("MB")]
    [TestCase("5PB")]
    [TestCase("5B")]
    [TestCase("-5MB")]
    [TestCase("5.5MB")]
    [TestCase("99999999999999TB")]
    public void What_is_no_size_is_refused(string text) => Assert.That(TextSize.TryParse(text, out _), Is.False);

    private static async Task UploadAsync(S3Transfer transfer, string key, int size)
    {
        using MemoryStream content = new(RandomNumberGenerator.GetBytes(size));
        await transfer.UploadAsync("bucket", key, content);
    }

    private static async Task<int?> PartsAsync(ServiceProvider provider, string name) =>
        (await provider.GetRequiredKeyedService<IS3Client>(name).HeadObjectAsync(new HeadObjectRequest { Bucket = "bucket", Key = "k", PartNumber = 1 })).PartsCount;

    private static IHost HostOf(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        add(builder.Services);
        return builder.Build();
    }

    private static IConfigurationSection Section(params (string Key, string Value)[] values) => new ConfigurationBuilder()
        .AddInMemoryCollection(values.Select(static value => KeyValuePair.Create($"Transfer:{value.Key}", (string?)value.Value)))
        .Build()
        .GetSection("Transfer");
}

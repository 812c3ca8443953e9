using System.Reflection;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Samples.Tests;

/// <summary>The samples run as a newcomer runs them.</summary>
public sealed class SampleTests
{
    private static readonly string Configuration = typeof(SampleTests).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;

    [Test]
    public async Task Quickstart_tours_S3_on_its_own_server()
    {
        DotnetCommand run = await RunAsync("Quickstart");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("64 MiB"));
    }

    [TestCase("http://127.0.0.1:1", "Does a store listen at AWS_ENDPOINT_URL_S3?")]
    [TestCase("localhost:9000", "EndpointUrl")]
    public async Task Quickstart_says_what_to_do_where_an_endpoint_is_none(string endpoint, string advice)
    {
        DotnetCommand run = await RunAsync("Quickstart", endpoint);

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Output);
        Assert.That(run.Output, Does.Contain(advice).And.Not.Contain("   at "));
    }

    [Test]
    public async Task Custom_client_has_the_operations_that_its_project_names()
    {
        DotnetCommand run = await RunAsync("CustomClient");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("today (22 bytes): Generate what you use."));
    }

    private static Task<DotnetCommand> RunAsync(string sample, string endpoint = "") => DotnetCommand.RunAsync(
        Path.Combine(Repository.Root, "samples", sample),
        new Dictionary<string, string> { ["AWS_ENDPOINT_URL_S3"] = endpoint, ["AWS_ENDPOINT_URL"] = string.Empty, ["AWS_ACCESS_KEY_ID"] = "key", ["AWS_SECRET_ACCESS_KEY"] = "secret" },
        Path.Combine("bin", Configuration, "net10.0", $"{sample}.dll"));
}

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

    [Test]
    public async Task Custom_client_has_the_operations_that_its_project_names()
    {
        DotnetCommand run = await RunAsync("CustomClient");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("today (22 bytes): Generate what you use."));
    }

    private static Task<DotnetCommand> RunAsync(string sample) => DotnetCommand.RunAsync(
        Path.Combine(Repository.Root, "samples", sample),
        new Dictionary<string, string> { ["AWS_ENDPOINT_URL_S3"] = string.Empty, ["AWS_ENDPOINT_URL"] = string.Empty },
        Path.Combine("bin", Configuration, "net10.0", $"{sample}.dll"));
}

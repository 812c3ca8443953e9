using System.Net;
using System.Net.Sockets;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Packages.Tests;

/// <summary>The packages do outside this repository what the projects do inside it.</summary>
public sealed class PackageTests
{
    [Test]
    public async Task A_project_generates_a_subset_of_the_model_in_the_package_builds_and_runs()
    {
        FullRun.Require("building a project three times");
        using ConsumerProject consumer = new("Generated");

        DotnetCommand build = await consumer.BuildAsync();
        Assert.That(build.ExitCode, Is.Zero, build.Output);
        DotnetCommand run = await consumer.RunAsync($"{FreePort()}");

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("today: kept"));
        Assert.That(run.Output, Does.Contain("public types: 0"));
        Assert.That(run.Output, Does.Contain("operations: GetObjectOperation ListObjectsV2Operation PutBucketAbacOperation").And.Not.Contain("DeleteObject"));

        DotnetCommand faulty = await consumer.BuildAsync("--no-restore", "-p:Operations=GetObject%3BFetchObject");
        Assert.That(faulty.ExitCode, Is.Not.Zero);
        Assert.That(faulty.Output, Does.Match(@"s3\.json\(\d+,\d+\): error S3GEN009: The filter 'FetchObject' matches no operation"));
    }

    [Test]
    public async Task A_project_installs_the_client_and_its_companions_and_runs()
    {
        using ConsumerProject consumer = new("Client");

        DotnetCommand build = await consumer.BuildAsync();
        Assert.That(build.ExitCode, Is.Zero, build.Output);
        DotnetCommand run = await consumer.RunAsync();

        Assert.That(run.ExitCode, Is.Zero, run.Output);
        Assert.That(run.Output, Does.Contain("today: kept"));
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

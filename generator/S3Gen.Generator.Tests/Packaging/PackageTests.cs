using System.Net;
using System.Net.Sockets;

namespace S3Gen.Generator.Tests.Packaging;

/// <summary>The packages do outside this repository what the projects do inside it.</summary>
public sealed class PackageTests
{
    [Test]
    public async Task A_project_outside_the_solution_generates_a_subset_from_the_packages_builds_and_runs()
    {
        using PackedRepository consumer = await PackedRepository.CreateAsync();

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

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

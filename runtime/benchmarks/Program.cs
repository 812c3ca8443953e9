using System.Globalization;
using BenchmarkDotNet.Running;
using S3Gen.Benchmarks.Compare;
using S3Gen.Benchmarks.Contenders;
using S3Gen.Benchmarks.Generation;
using S3Gen.Benchmarks.Server;
using S3Gen.Benchmarks.TestServer;
using S3Gen.Benchmarks.Transfers;

// compare: all clients side by side, with a report. server, probe, bounded and generation are processes that it and others start: what clients are measured
// against, one round of one client, transfers under a limit of memory, the generator's first run and those after it. transfers: large streams and files beside
// a bare client. test-server: starts and rate of the in-process server. Anything else goes to BenchmarkDotNet.
switch (args)
{
    case ["compare", .. string[] rest]:
        await Comparison.RunAsync(S3Gen.Benchmarks.Compare.CompareOptions.Parse(rest));
        break;
    case ["server"]:
        await StubServer.RunAsync();
        break;
    case ["probe", string kind, string scenario, string operations, string endpoint]:
        await Probe.RunAsync(Enum.Parse<ContenderKind>(kind), scenario, int.Parse(operations, CultureInfo.InvariantCulture), new Uri(endpoint));
        break;
    case ["transfers", .. string[] rest]:
        await TransferCosts.RunAsync(rest is [string mebibytes, ..] ? int.Parse(mebibytes, System.Globalization.CultureInfo.InvariantCulture) : 2048);
        break;
    case ["bounded", string endpoint, string size]:
        await BoundedTransfers.RunAsync(new Uri(endpoint), int.Parse(size, System.Globalization.CultureInfo.InvariantCulture));
        break;
    case ["test-server"]:
        await TestServerCosts.RunAsync();
        break;
    case ["test-server", "start", string scheme]:
        await TestServerStarts.PrintOneAsync(useTls: scheme == "https");
        break;
    case ["generation"]:
        GenerationCosts.Print();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

using System.Globalization;
using BenchmarkDotNet.Running;
using S3Gen.Benchmarks.Compare;
using S3Gen.Benchmarks.Contenders;
using S3Gen.Benchmarks.Generation;
using S3Gen.Benchmarks.Server;
using S3Gen.Benchmarks.Transfers;

// compare: all clients side by side, with a report. The next three are processes that it starts: server is what clients are measured against, probe is one round
// of one client, generation the generator's first run and those after it. transfers: large streams and files beside a bare client. Anything else goes to BenchmarkDotNet.
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
    case ["generation"]:
        GenerationCosts.Print();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

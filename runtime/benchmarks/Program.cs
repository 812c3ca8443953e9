using BenchmarkDotNet.Running;
using S3Gen.Benchmarks.Costs;
using S3Gen.Benchmarks.Generation;
using S3Gen.Benchmarks.Server;
using S3Gen.Benchmarks.Transfers;

// server: the stub that the other process measures against; calls: whole calls against it; transfers: large ones in parts; generation: the generator's first run and
// those after it, in this process; else BenchmarkDotNet's own arguments.
switch (args)
{
    case ["server"]:
        await StubServer.RunAsync();
        break;
    case ["calls", .. string[] rest]:
        await CallCosts.RunAsync(rest is [string operations, ..] ? int.Parse(operations, System.Globalization.CultureInfo.InvariantCulture) : 20_000);
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

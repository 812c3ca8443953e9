using BenchmarkDotNet.Running;
using S3Gen.Benchmarks.Costs;
using S3Gen.Benchmarks.Generation;
using S3Gen.Benchmarks.Server;
using S3Gen.Benchmarks.TestServer;

// server: the stub that the other process measures against; calls: whole calls against it; generation: the generator's first run and
// those after it, in this process; test-server: start and rate of the in-process server; else BenchmarkDotNet's own arguments.
switch (args)
{
    case ["server"]:
        await StubServer.RunAsync();
        break;
    case ["calls", .. string[] rest]:
        await CallCosts.RunAsync(rest is [string operations, ..] ? int.Parse(operations, System.Globalization.CultureInfo.InvariantCulture) : 20_000);
        break;
    case ["test-server"]:
        await TestServerCosts.RunAsync();
        break;
    case ["generation"]:
        GenerationCosts.Print();
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}

using System.Diagnostics;
using S3Gen.Benchmarks.Compare;

namespace S3Gen.Benchmarks.Server;

/// <summary>The stub server in a process of its own.</summary>
internal sealed class StubProcess : IDisposable
{
    private readonly Process _process;

    private StubProcess(Process process, Uri endpoint)
    {
        _process = process;
        Endpoint = endpoint;
    }

    public Uri Endpoint { get; }

    public static StubProcess Start()
    {
        Process process = SelfProcess.Start("server");
        string line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The stub server said nothing.");
        return new StubProcess(process, new Uri(line));
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}

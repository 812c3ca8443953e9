using System.Diagnostics;
using System.Globalization;
using S3Gen.Benchmarks.Compare;
using S3Gen.Testing;

namespace S3Gen.Benchmarks.TestServer;

/// <summary>The first start of a process, in processes of their own: nothing of the server is compiled or loaded there before.</summary>
internal static class TestServerStarts
{
    private const int Processes = 9;

    public static async Task PrintAsync()
    {
        foreach (string scheme in new[] { "http", "https" })
        {
            List<double> times = [];
            for (int i = 0; i < Processes; i++)
            {
                using Process process = SelfProcess.Start("test-server", "start", scheme);
                times.Add(double.Parse(await process.StandardOutput.ReadToEndAsync(), CultureInfo.InvariantCulture));
                await process.WaitForExitAsync();
            }

            times.Sort();
            Console.WriteLine($"first start of a process, {scheme,-5}: {times[0]:F1} ms at best, {times[Processes / 2]:F1} ms in the median of {Processes} processes");
        }
    }

    /// <summary>Starts a server and prints the milliseconds that it took.</summary>
    public static async Task PrintOneAsync(bool useTls)
    {
        long start = Stopwatch.GetTimestamp();
        await using S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { UseTls = useTls });
        Console.WriteLine(Stopwatch.GetElapsedTime(start).TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture));
    }
}

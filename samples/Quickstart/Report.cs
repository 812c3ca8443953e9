using System.Diagnostics;
using System.Globalization;

namespace S3Gen.Quickstart;

/// <summary>Prints each step with the time it took.</summary>
internal sealed class Report(TextWriter output)
{
    private const int TextWidth = 58;

    private readonly Stopwatch _total = Stopwatch.StartNew();

    /// <summary>Runs a step; what it returns says what it did.</summary>
    public async Task StepAsync(string title, Func<Task<string>> step)
    {
        Stopwatch time = Stopwatch.StartNew();
        string result = await step();
        string text = $"{title}: {result}";
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {text.PadRight(TextWidth)} {time.Elapsed.TotalMilliseconds,9:F1} ms"));
    }

    public Task FinishAsync() =>
        output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Done in {_total.Elapsed.TotalSeconds:F2} s."));

    /// <summary>A progress display that rewrites its line on a terminal, and stays silent elsewhere.</summary>
    public IProgress<Runtime.TransferProgress> Progress(string title) => new Meter(title, Console.IsOutputRedirected ? null : output);

    private sealed class Meter(string title, TextWriter? output) : IProgress<Runtime.TransferProgress>
    {
        private int _shown = -1;

        public void Report(Runtime.TransferProgress value)
        {
            int percent = value.TotalBytes is > 0 and { } total ? (int)(value.BytesTransferred * 100 / total) : 100;
            if (output is null || percent == _shown)
            {
                return;
            }

            _shown = percent;
            output.Write(percent < 100 ? $"\r  {title} {percent,3} %" : $"\r{new string(' ', title.Length + 12)}\r");
        }
    }
}

using S3Gen.Runtime;
using Spectre.Console;

namespace S3Cli.Output;

/// <summary>Bars with rate and time left: one for all, and one for each transfer that is large enough to be watched.</summary>
internal sealed class ProgressBars : IProgressBoard
{
    private const long WorthWatching = 8L << 20;
    private const int LongestName = 40;

    private readonly ProgressContext _context;
    private readonly ProgressTask _total;
    private readonly Lock _lock = new();
    private long _expectedBytes;
    private int _expected;
    private int _finished;

    private ProgressBars(ProgressContext context)
    {
        _context = context;
        _total = context.AddTask("looking", autoStart: true, maxValue: 1);
        _total.IsIndeterminate = true;
    }

    public static Task ShowAsync(IAnsiConsole console, Func<IProgressBoard, Task> work) => console
        .Progress()
        .AutoClear(true)
        .Columns(
            new TaskDescriptionColumn { Alignment = Justify.Left },
            new ProgressBarColumn(),
            new PercentageColumn(),
            new DownloadedColumn(),
            new TransferSpeedColumn(),
            new RemainingTimeColumn())
        .StartAsync(context => work(new ProgressBars(context)));

    public void Expect(long? bytes)
    {
        lock (_lock)
        {
            _expected++;
            _expectedBytes += bytes ?? 0;
            _total.IsIndeterminate = _expectedBytes == 0;
            _total.MaxValue = Math.Max(1, _expectedBytes);
            Describe();
        }
    }

    public ITransferWatch Begin(string name, long? size)
    {
        ProgressTask? bar = size >= WorthWatching || size is null
            ? _context.AddTask(Markup.Escape(Shorten(name)), autoStart: true, maxValue: Math.Max(1, size ?? 1))
            : null;
        if (bar is not null)
        {
            bar.HideWhenCompleted = true;
            bar.IsIndeterminate = size is null;
        }

        return new Watch(this, bar, size);
    }

    private static string Shorten(string name) => name.Length <= LongestName ? name : $"…{name[^(LongestName - 1)..]}";

    private void Add(long bytes)
    {
        lock (_lock)
        {
            _total.Increment(bytes);
        }
    }

    private void Finish()
    {
        lock (_lock)
        {
            _finished++;
            Describe();
        }
    }

    private void Describe() => _total.Description = $"{_finished} of {_expected} done";

    private sealed class Watch(ProgressBars board, ProgressTask? bar, long? size) : ITransferWatch
    {
        private long _seen;

        public void Report(TransferProgress value)
        {
            long before = Interlocked.Exchange(ref _seen, value.BytesTransferred);
            board.Add(value.BytesTransferred - before);
            bar?.Value = value.BytesTransferred;
        }

        public void Dispose()
        {
            if (size is { } whole)
            {
                board.Add(whole - Interlocked.Exchange(ref _seen, whole));
            }

            bar?.Value = bar.MaxValue;
            bar?.StopTask();
            board.Finish();
        }
    }
}

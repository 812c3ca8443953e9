using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Tests.Support;

/// <summary>Keeps everything that is logged, at every level.</summary>
internal sealed class RecordedLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentQueue<LogEntry> _entries = new();

    public LogEntry[] Entries => [.. _entries];

    public (LogLevel Level, string Text)[] Lines => [.. _entries.Select(static entry => (entry.Level, entry.Text))];

    /// <summary>All that a sink may write: messages, exceptions and scopes.</summary>
    public string Everything => string.Join('\n', _entries);

    public string[] At(LogLevel level) => [.. _entries.Where(entry => entry.Level == level).Select(static entry => entry.Text)];

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _entries.Enqueue(new LogEntry(LogLevel.None, default, $"{state}", [], null));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _entries.Enqueue(new LogEntry(logLevel, eventId, formatter(state, exception), state as IReadOnlyList<KeyValuePair<string, object?>> ?? [], exception));

    public void Dispose()
    {
    }
}

/// <summary>One thing that was logged.</summary>
internal sealed record LogEntry(LogLevel Level, EventId Event, string Text, IReadOnlyList<KeyValuePair<string, object?>> Fields, Exception? Exception)
{
    public override string ToString() => $"{Level} {Text} {string.Join(' ', Fields)} {Exception}";
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Tests.Diagnostics;

/// <summary>Keeps the ids, names and levels of what was logged.</summary>
internal sealed class EventLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentDictionary<(LogLevel Level, int Id, string? Name), byte> _events = new();

    public IEnumerable<(LogLevel Level, int Id, string? Name)> Events => _events.Keys;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _events.TryAdd((logLevel, eventId.Id, eventId.Name), 0);

    public void Dispose()
    {
    }
}

using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Tests.Diagnostics;

/// <summary>Keeps the fields of what was logged, by the event's name.</summary>
internal sealed class FieldLog : ILoggerFactory, ILogger
{
    private readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, object?>> _events = new();

    public IReadOnlyDictionary<string, object?> FieldsOf(string eventName) => _events[eventName];

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is IReadOnlyList<KeyValuePair<string, object?>> fields)
        {
            _events[eventId.Name!] = fields.ToDictionary();
        }
    }

    public void Dispose()
    {
    }
}

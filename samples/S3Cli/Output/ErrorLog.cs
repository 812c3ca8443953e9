using Microsoft.Extensions.Logging;

namespace S3Cli.Output;

/// <summary>Writes what the client logs to the standard error: a line each, no stack traces.</summary>
internal sealed class ErrorLog(TextWriter error, LogLevel least) : ILoggerFactory, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The log goes to the standard error alone.");

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel != LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (!IsEnabled(logLevel))
        {
            return;
        }

        string cause = exception is null ? string.Empty : $" ({exception.GetType().Name}: {exception.Message})";
        lock (error)
        {
            error.WriteLine($"{App.ToolName.Text}: {logLevel}: {formatter(state, exception)}{cause}".ReplaceLineEndings(" "));
        }
    }

    public void Dispose()
    {
    }
}

using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace S3Gen.Tests.Presigning;

/// <summary>Clients of AWS whose clock stands still, and which send nothing.</summary>
internal static class PresignClient
{
    public static readonly DateTimeOffset Now = new(2026, 7, 1, 12, 0, 0, 250, TimeSpan.Zero);

    public static S3Client Create(Credentials? credentials = null, IEndpointResolver? resolver = null, ILoggerFactory? loggers = null) => new(new S3ClientOptions
    {
        Region = "eu-central-1",
        Credentials = new StaticCredentialProvider(credentials ?? new Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY")),
        EndpointResolver = resolver,
        LoggerFactory = loggers,
        TimeProvider = new FakeTimeProvider(Now),
        Transport = new Doubles.ScriptedTransport(),
    });

    /// <summary>The query of a URL, decoded.</summary>
    public static Dictionary<string, string> QueryOf(PresignedUrl url) => url.AbsoluteUri.Split('?')[1].Split('&')
        .Select(static pair => pair.Split('=', 2))
        .ToDictionary(static pair => pair[0], static pair => Uri.UnescapeDataString(pair[1]), StringComparer.Ordinal);
}

internal sealed class FixedEndpoint(Endpoint endpoint) : IEndpointResolver
{
    public Endpoint Resolve(in EndpointParameters parameters) => endpoint;
}

internal sealed class ScriptedCredentials(Func<CancellationToken, Task> before) : ICredentialProvider
{
    public async ValueTask<Credentials> GetCredentialsAsync(CancellationToken cancellationToken = default)
    {
        await before(cancellationToken);
        return new Credentials("AKIDEXAMPLE", "secret");
    }
}

internal sealed class LogLines : ILoggerFactory, ILogger
{
    public List<(LogLevel Level, string Text)> Lines { get; } = [];

    public void AddProvider(ILoggerProvider provider)
    {
    }

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        Lines.Add((logLevel, formatter(state, exception)));
}

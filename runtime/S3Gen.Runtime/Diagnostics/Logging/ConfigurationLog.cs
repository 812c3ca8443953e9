using Microsoft.Extensions.Logging;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>What configuration and credentials tell a logger. No value that may be secret is among it.</summary>
internal static partial class ConfigurationLog
{
    [LoggerMessage(
        EventId = 101,
        Level = LogLevel.Warning,
        Message = "Certificates of servers are not verified (VerifyCertificates is false): everybody on the way can read and change what is sent")]
    internal static partial void NotVerifying(ILogger logger);

    [LoggerMessage(EventId = 102, Level = LogLevel.Debug, Message = "{Setting}")]
    internal static partial void Setting(ILogger logger, EffectiveSetting setting);

    [LoggerMessage(
        EventId = 103,
        Level = LogLevel.Warning,
        Message = "Credentials could not be refreshed ({Reason}); those at hand are used until {Expiration}")]
    internal static partial void RefreshFailed(ILogger logger, string reason, DateTimeOffset? expiration);

    [LoggerMessage(EventId = 104, Level = LogLevel.Debug, Message = "Credentials were found, valid until {Expiration}")]
    internal static partial void Found(ILogger logger, DateTimeOffset? expiration);

    [LoggerMessage(EventId = 107, Level = LogLevel.Warning, Message = "Credentials are renewed; those at hand end at {Expiration}")]
    internal static partial void Refreshing(ILogger logger, DateTimeOffset? expiration);

    [LoggerMessage(EventId = 108, Level = LogLevel.Debug, Message = "Credentials: {Provider} is asked")]
    internal static partial void Asking(ILogger logger, string provider);

    [LoggerMessage(EventId = 109, Level = LogLevel.Debug, Message = "Credentials: {Provider} has none ({Reason})")]
    internal static partial void HasNone(ILogger logger, string provider, string reason);

    [LoggerMessage(EventId = 105, Level = LogLevel.Warning, Message = "The renewed sign-in to {StartUrl} could not be kept in its file ({Reason})")]
    internal static partial void SignInNotKept(ILogger logger, string startUrl, string reason);

    [LoggerMessage(EventId = 110, Level = LogLevel.Warning, Message = "Credentials were found that had ended at {Expiration}; they are used until others are looked for")]
    internal static partial void CameExpired(ILogger logger, DateTimeOffset? expiration);
}

namespace S3Cli.Failures;

/// <summary>What was asked for makes no sense, which shows only after parsing. Nothing was sent.</summary>
internal sealed class UsageException(string message, Exception? inner = null) : Exception(message, inner);

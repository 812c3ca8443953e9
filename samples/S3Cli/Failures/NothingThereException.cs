namespace S3Cli.Failures;

/// <summary>What was asked for is not there, and no service had to say so.</summary>
internal sealed class NothingThereException(string message) : Exception(message);

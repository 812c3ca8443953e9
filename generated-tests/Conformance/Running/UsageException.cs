namespace S3Gen.Conformance.Running;

/// <summary>The arguments make no sense; the message says why.</summary>
internal sealed class UsageException(string message) : Exception(message);

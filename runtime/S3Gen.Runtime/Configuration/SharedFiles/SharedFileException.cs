namespace S3Gen.Runtime.Configuration;

/// <summary>A shared file cannot be read or understood. The message names file and rule, and repeats nothing of the content.</summary>
internal sealed class SharedFileException(string message, Exception? inner = null) : Exception(message, inner);

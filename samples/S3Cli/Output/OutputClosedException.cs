namespace S3Cli.Output;

/// <summary>Who read the output has gone.</summary>
internal sealed class OutputClosedException(Exception inner) : Exception("The output was closed.", inner);

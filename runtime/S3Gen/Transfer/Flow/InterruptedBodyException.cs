namespace S3Gen.Transfer.Flow;

/// <summary>The body of a response broke off, or its source did: not what it is written to.</summary>
internal sealed class InterruptedBodyException(Exception cause) : IOException($"The response broke off: {cause.Message}", cause);

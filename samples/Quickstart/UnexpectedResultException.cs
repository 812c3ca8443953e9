namespace S3Gen.Quickstart;

/// <summary>The store answered, but not as S3 does.</summary>
internal sealed class UnexpectedResultException(string message) : Exception(message);

namespace S3Gen.Runtime.Resilience.CircuitBreaker;

/// <summary>What has a circuit of its own.</summary>
internal readonly record struct CircuitKey(string Endpoint, string? Bucket);

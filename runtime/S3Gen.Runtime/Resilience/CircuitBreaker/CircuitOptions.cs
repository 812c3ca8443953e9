namespace S3Gen.Runtime.Resilience.CircuitBreaker;

/// <summary>When circuits open and close.</summary>
/// <param name="Threshold">Failures in a row that open one.</param>
/// <param name="ResetTimeout">How long it stays open.</param>
/// <param name="Trials">Successes that close it again.</param>
/// <param name="TimeProvider">The clock.</param>
/// <param name="OnChanged">Who is told; it must not throw.</param>
internal sealed record CircuitOptions(int Threshold, TimeSpan ResetTimeout, int Trials, TimeProvider TimeProvider, Action<CircuitStatus> OnChanged);

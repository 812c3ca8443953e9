namespace S3Gen.Runtime.Resilience.CircuitBreaker;

/// <summary>What an attempt has shown of the service's health.</summary>
internal enum CircuitVerdict
{
    /// <summary>Nothing: it was canceled, or failed on the caller's side.</summary>
    None,

    /// <summary>The service answered, be it with an error of the request.</summary>
    Healthy,

    /// <summary>The service failed, is overloaded, or did not answer.</summary>
    Unhealthy,
}

namespace S3Gen.Runtime;

/// <summary>What the verdict of a <see cref="HealthStatus"/> rests on.</summary>
public sealed record HealthDetails
{
    /// <summary>Whether credentials were found, and the service did not refuse them.</summary>
    public required bool CredentialsOk { get; init; }

    /// <summary>Whether the service answered.</summary>
    public required bool ConnectivityOk { get; init; }

    /// <summary>The worst state of the client's circuits, whichever bucket they are of.</summary>
    public required CircuitState CircuitState { get; init; }

    /// <summary>How many exchanges held a connection when the check ended.</summary>
    public required int ActiveConnections { get; init; }

    /// <summary>What is wrong; null if nothing is.</summary>
    public string? ErrorMessage { get; init; }
}

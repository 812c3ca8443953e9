using System.Globalization;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime;

/// <summary>
/// Nothing was sent: too many requests to this bucket and endpoint have failed in a row, so its circuit is open
/// (<see cref="ClientOptions.CircuitFailureThreshold"/>). <see cref="ServiceException.StatusCode"/> is 0.
/// </summary>
public sealed class CircuitOpenException : ServiceException
{
    /// <summary>Makes the exception of an operation that was refused.</summary>
    /// <param name="operationName">The operation's name.</param>
    /// <param name="circuit">The circuit.</param>
    public CircuitOpenException(string operationName, CircuitStatus circuit)
        : base(new ServiceErrorDetails { OperationName = operationName, Remark = Describe(circuit) }) => Circuit = circuit;

    /// <summary>Bucket, endpoint, and when the circuit lets trials through.</summary>
    public CircuitStatus Circuit { get; }

    private static string Describe(CircuitStatus circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        string whose = circuit.Bucket is null ? circuit.Endpoint : $"bucket '{circuit.Bucket}' at {circuit.Endpoint}";
        return circuit.OpenUntil is { } until
            ? string.Create(CultureInfo.InvariantCulture, $"nothing was sent, since the circuit of {whose} is open until {until:yyyy-MM-dd'T'HH:mm:ss'Z'} after {circuit.ConsecutiveFailures} failures in a row.")
            : $"nothing was sent, since the circuit of {whose} is half-open and all its trials are under way.";
    }
}

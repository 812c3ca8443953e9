using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Endpoints;

/// <summary>What the endpoints of one client differ by.</summary>
internal readonly struct EndpointKey(string? bucket, in EndpointInputs inputs) : IEquatable<EndpointKey>
{
    private readonly string? _bucket = bucket;
    private readonly EndpointInputs _inputs = inputs;

    public bool Equals(EndpointKey other) => _bucket == other._bucket && _inputs == other._inputs;

    public override bool Equals(object? obj) => obj is EndpointKey other && Equals(other);

    /// <summary>Rules that depend on the bucket have it among their inputs too, so it is hashed only where there are none.</summary>
    public override int GetHashCode() =>
        _inputs.GetHashCode() is not 0 and int hash ? hash : _bucket?.GetHashCode(StringComparison.Ordinal) ?? 0;
}

using System.ComponentModel;
using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime;

/// <summary>What an endpoint depends on.</summary>
public readonly struct EndpointParameters : IEquatable<EndpointParameters>
{
    /// <summary>The region.</summary>
    public required string Region { get; init; }

    /// <summary>The first label of the service's host names, e.g. <c>s3</c>.</summary>
    public required string EndpointPrefix { get; init; }

    /// <summary>The service in the scope of the signature, e.g. <c>s3</c>.</summary>
    public required string SigningName { get; init; }

    /// <summary>The bucket; null for an operation that has none.</summary>
    public string? Bucket { get; init; }

    /// <summary>The endpoint that the user named; null for AWS.</summary>
    public Uri? EndpointUrl { get; init; }

    /// <summary>Whether the bucket has to be part of the path; null leaves that to the rules.</summary>
    public bool? ForcePathStyle { get; init; }

    /// <summary>Whether the endpoint is to be reachable over IPv6.</summary>
    public bool UseDualStack { get; init; }

    /// <summary>Whether the endpoint is to use validated cryptography.</summary>
    public bool UseFips { get; init; }

    /// <summary>Whether buckets are reached through S3 Transfer Acceleration.</summary>
    public bool? UseAccelerate { get; init; }

    /// <summary>Whether a bucket's ARN is reached in the ARN's region; null leaves that to the rules.</summary>
    public bool? UseArnRegion { get; init; }

    /// <summary>Whether multi-region access points are refused.</summary>
    public bool? DisableMultiRegionAccessPoints { get; init; }

    /// <summary>Whether requests to directory buckets are signed with the client's own credentials.</summary>
    public bool? DisableS3ExpressSessionAuth { get; init; }

    /// <summary>Whether <c>us-east-1</c> means the global endpoint.</summary>
    public bool? UseUsEast1GlobalEndpoint { get; init; }

    /// <summary>The client's options, for what depends on more of them.</summary>
    public ClientOptions? Options { get; init; }

    /// <summary>What the operation's input adds, for endpoint rules that were compiled from the model.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public EndpointInputs Inputs { get; init; }

    /// <summary>Whether all parameters are equal.</summary>
    public static bool operator ==(EndpointParameters left, EndpointParameters right) => left.Equals(right);

    /// <summary>Whether a parameter differs.</summary>
    public static bool operator !=(EndpointParameters left, EndpointParameters right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(EndpointParameters other) =>
        Region == other.Region && Bucket == other.Bucket && EndpointPrefix == other.EndpointPrefix && SigningName == other.SigningName
        && EndpointUrl == other.EndpointUrl && ForcePathStyle == other.ForcePathStyle && UseDualStack == other.UseDualStack
        && UseFips == other.UseFips && UseAccelerate == other.UseAccelerate && UseArnRegion == other.UseArnRegion
        && DisableMultiRegionAccessPoints == other.DisableMultiRegionAccessPoints
        && DisableS3ExpressSessionAuth == other.DisableS3ExpressSessionAuth && UseUsEast1GlobalEndpoint == other.UseUsEast1GlobalEndpoint
        && Options == other.Options && Inputs == other.Inputs;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is EndpointParameters other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Region, Bucket, EndpointPrefix, EndpointUrl, ForcePathStyle, UseDualStack, UseFips);
}

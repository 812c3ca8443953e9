using System.Diagnostics;
using System.Globalization;

namespace S3Gen.Testing;

/// <summary>How an <see cref="S3TestServer"/> listens and whom it trusts.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class S3TestServerOptions
{
    /// <summary>TCP port on 127.0.0.1, from 0 to 65535. Default 0: any free port.</summary>
    public int Port { get; init; }

    /// <summary>The one access key that the server knows. Default <c>S3GENTESTACCESSKEY00</c>.</summary>
    public string AccessKeyId { get; init; } = "S3GENTESTACCESSKEY00";

    /// <summary>The secret of <see cref="AccessKeyId"/>. Default <c>s3gen/test/secret+access=key/0123456789ab</c>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string SecretAccessKey { get; init; } = "s3gen/test/secret+access=key/0123456789ab";

    /// <summary>
    /// Session token that must accompany <see cref="AccessKeyId"/>, as temporary credentials have.
    /// Default <see langword="null"/>: long-term credentials, and a request that carries a token is refused.
    /// </summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public string? SessionToken { get; init; }

    /// <summary>Region in whose name requests must be signed. Default <c>us-east-1</c>.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>Clock for signatures, expiry and modification times. Default <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Largest difference between a request's date and the server's clock. Default 15 minutes, as S3 has it.</summary>
    public TimeSpan ClockSkewTolerance { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Whether requests must carry a valid Signature Version 4. Default <see langword="true"/>. Without it anyone may do
    /// anything; payload hashes and checksums are verified all the same.
    /// </summary>
    public bool VerifySignatures { get; init; } = true;

    /// <summary>
    /// A folder in which buckets and objects are kept, so that they survive a restart; it is made where it is missing, and one server may use it at
    /// a time. Default <see langword="null"/>: all is in memory, and gone with the server.
    /// </summary>
    public string? Directory { get; init; }

    /// <summary>
    /// Whether the server speaks TLS, with a certificate that it makes at its start (<see cref="S3TestServer.Certificate"/>). Default
    /// <see langword="false"/>: plain HTTP.
    /// </summary>
    public bool UseTls { get; init; }

    /// <summary>Rules by which the server misbehaves from the start; more can be added to <see cref="S3TestServer.Faults"/>. Default: none.</summary>
    public IReadOnlyList<FaultRule> Faults { get; init; } = [];

    /// <summary>Where the draws of <see cref="FaultRule.Probability"/> begin: equal seeds give equal draws. Default 0.</summary>
    public int FaultSeed { get; init; }

    /// <summary>
    /// Who owns the objects of a new bucket: <c>ObjectWriter</c>, <c>BucketOwnerPreferred</c> or <c>BucketOwnerEnforced</c>. Default
    /// <c>ObjectWriter</c>: access lists work. AWS begins with <c>BucketOwnerEnforced</c>, which refuses them.
    /// </summary>
    public string ObjectOwnership { get; init; } = "ObjectWriter";

    /// <summary>
    /// Whether a customer's key (SSE-C) is refused over plain HTTP, as S3 does. Default <see langword="false"/>: on loopback nobody listens.
    /// </summary>
    public bool RequireTlsForCustomerKeys { get; init; }

    /// <summary>
    /// Whether URLs and forms may be presigned with Signature Version 2, as boto3 and the AWS command line do for endpoints that they do not know.
    /// Default <see langword="true"/>. No other request may.
    /// </summary>
    public bool AcceptSignatureVersion2 { get; init; } = true;

    /// <summary>Names the port, the access key id and the region; never a secret.</summary>
    /// <returns>A line for people.</returns>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"S3TestServerOptions {{ Port = {Port}, AccessKeyId = {AccessKeyId}, Region = {Region} }}");

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(Port, nameof(Port));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Port, ushort.MaxValue, nameof(Port));
        ArgumentException.ThrowIfNullOrWhiteSpace(AccessKeyId, nameof(AccessKeyId));
        ArgumentException.ThrowIfNullOrWhiteSpace(SecretAccessKey, nameof(SecretAccessKey));
        ArgumentException.ThrowIfNullOrWhiteSpace(Region, nameof(Region));
        if (ObjectOwnership is not ("ObjectWriter" or "BucketOwnerPreferred" or "BucketOwnerEnforced"))
        {
            throw new ArgumentException("ObjectOwnership must be ObjectWriter, BucketOwnerPreferred or BucketOwnerEnforced.", nameof(ObjectOwnership));
        }
        ArgumentNullException.ThrowIfNull(TimeProvider, nameof(TimeProvider));
        ArgumentOutOfRangeException.ThrowIfLessThan(ClockSkewTolerance, TimeSpan.Zero, nameof(ClockSkewTolerance));
    }
}

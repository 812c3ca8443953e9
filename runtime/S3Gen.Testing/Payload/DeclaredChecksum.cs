using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Payload;

/// <summary>The checksum that a request promises, in a header or in a trailer.</summary>
/// <param name="Algorithm">How to compute it.</param>
/// <param name="Value">Base64; null where it comes in a trailer.</param>
internal sealed record DeclaredChecksum(ChecksumAlgorithm Algorithm, string? Value)
{
    // These begin like checksums and are not.
    private static readonly string[] Settings = ["x-amz-checksum-algorithm", "x-amz-checksum-type", "x-amz-checksum-mode"];

    internal static DeclaredChecksum? Of(IHeaderDictionary headers, PayloadDeclaration declaration)
    {
        DeclaredChecksum? found = null;
        foreach ((string name, Microsoft.Extensions.Primitives.StringValues values) in headers)
        {
            if (!name.StartsWith(ChecksumAlgorithm.HeaderPrefix, StringComparison.OrdinalIgnoreCase)
                || Settings.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }
            ChecksumAlgorithm algorithm = ChecksumAlgorithm.ByHeader(name) ?? throw Faults.NotImplemented(name);
            string value = values.ToString();
            if (!algorithm.IsWellFormed(value))
            {
                throw PayloadFaults.InvalidChecksumHeader(algorithm.HeaderName);
            }
            found = found is null ? new DeclaredChecksum(algorithm, value) : throw PayloadFaults.SeveralChecksums();
        }
        DeclaredChecksum? trailing = OfTrailer(headers, declaration);
        if (found is not null && trailing is not null)
        {
            throw PayloadFaults.SeveralChecksums();
        }
        VerifyAnnounced(headers["x-amz-sdk-checksum-algorithm"].ToString(), found ?? trailing);
        return found ?? trailing;
    }

    /// <summary>A client that names an algorithm has to send what it yields.</summary>
    private static void VerifyAnnounced(string name, DeclaredChecksum? declared)
    {
        if (name.Length == 0)
        {
            return;
        }
        if (ChecksumAlgorithm.ByName(name) is not { } algorithm || (declared is not null && declared.Algorithm != algorithm))
        {
            throw PayloadFaults.InvalidChecksumHeader("x-amz-sdk-checksum-algorithm");
        }
        if (declared is null)
        {
            throw Faults.InvalidRequest("x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.");
        }
    }

    internal void Verify(string calculated, IReadOnlyDictionary<string, string>? trailers)
    {
        string? promised = Value;
        if (promised is null)
        {
            if (trailers is null || trailers.Count != 1 || !trailers.TryGetValue(Algorithm.HeaderName, out promised))
            {
                throw PayloadFaults.MalformedTrailer();
            }
            if (!Algorithm.IsWellFormed(promised))
            {
                throw Faults.InvalidRequest($"Value for {Algorithm.HeaderName} trailing header is invalid.");
            }
        }
        if (promised != calculated)
        {
            throw PayloadFaults.BadDigest(Algorithm.Name);
        }
    }

    private static DeclaredChecksum? OfTrailer(IHeaderDictionary headers, PayloadDeclaration declaration)
    {
        string trailer = headers["x-amz-trailer"].ToString().Trim();
        if (declaration.HasTrailer != trailer.Length > 0)
        {
            throw PayloadFaults.MalformedTrailer();
        }
        return trailer.Length == 0
            ? null
            : new DeclaredChecksum(
                ChecksumAlgorithm.ByHeader(trailer) ?? throw Faults.InvalidRequest("The value specified in the x-amz-trailer header is not supported"), null);
    }
}

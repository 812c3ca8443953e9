using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Payload;
using S3Gen.Testing.Server;

namespace S3Gen.Testing.Auth;

/// <summary>What authentication leaves for the reading of the body.</summary>
internal sealed record Authentication(PayloadDeclaration Payload, ChunkSignatures? Chunks)
{
    /// <summary>The request has no signature at all.</summary>
    internal bool IsAnonymous { get; init; }
}

/// <summary>Verifies Signature Version 4, in the order in which S3 complains.</summary>
internal sealed class RequestAuthenticator(S3TestServerOptions options, SessionStore sessions)
{
    private const string ContentSha256 = "x-amz-content-sha256";

    internal Authentication Authenticate(HttpRequest request, RequestTarget target, string bucket)
    {
        if (!options.VerifySignatures || SignatureClaim.IsAbsent(request.Headers, target.Query))
        {
            string declared = request.Headers[ContentSha256].ToString();
            PayloadDeclaration unsigned = declared.Length == 0 ? PayloadDeclaration.Undeclared : PayloadDeclaration.Parse(declared);
            return unsigned.HasSignedChunks && options.VerifySignatures
                ? throw AuthFaults.AccessDenied()
                : new Authentication(unsigned, null) { IsAnonymous = options.VerifySignatures };
        }
        if (options.AcceptSignatureVersion2 && target.Query.Has(LegacyQuery.KeyParameter) && request.Headers.Authorization.Count == 0)
        {
            LegacyQuery.Verify(request, target, bucket, options);
            AdoptQueryHeaders(request.Headers, target.Query);
            return new Authentication(PayloadDeclaration.Undeclared, null);
        }
        SignatureClaim claim = SignatureClaim.Parse(request.Headers, target.Query);
        VerifyScope(claim, DirectoryBucketName.Matches(bucket) ? "s3express" : "s3");
        VerifyTime(claim);
        string secret = VerifyIdentity(claim, bucket);
        VerifyCoverage(claim, request.Headers);
        PayloadDeclaration payload = PayloadOf(claim, request.Headers, target.Query);
        byte[] key = claim.IsAsymmetric
            ? AsymmetricKey.Derive(claim.Scope.AccessKeyId, secret)
            : claim.Scope.DeriveKey(secret);
        VerifySignature(claim, key, CanonicalRequest.Build(request, target, claim.SignedHeaders, payload.Value));
        if (claim.Expires is not null)
        {
            AdoptQueryHeaders(request.Headers, target.Query);
        }
        return new Authentication(payload, payload.HasSignedChunks ? new ChunkSignatures(claim, key) : null);
    }

    private void VerifyScope(SignatureClaim claim, string service)
    {
        string code = claim.Expires is null ? "AuthorizationHeaderMalformed" : "AuthorizationQueryParametersError";
        if (claim.IsAsymmetric)
        {
            VerifyRegionSet(claim, code);
        }
        else if (claim.Scope.Region != options.Region)
        {
            throw AuthFaults.WrongRegion(code, claim.Scope.Region, options.Region);
        }
        if (claim.Scope.Service != service || claim.Scope.Terminator != "aws4_request")
        {
            throw new S3Fault(400, code, $"The credential is malformed; incorrect service or terminator in \"{claim.Scope}\". This endpoint belongs to \"{service}\".");
        }
        if (!claim.Timestamp.StartsWith(claim.Scope.Date, StringComparison.Ordinal) || claim.Scope.Date.Length != 8)
        {
            throw new S3Fault(400, code, $"Invalid credential date \"{claim.Scope.Date}\". This date is not the same as X-Amz-Date: \"{claim.Timestamp[..8]}\".");
        }
    }

    /// <summary>The set is a list of regions, of which <c>*</c> and names that end with it stand for many.</summary>
    private void VerifyRegionSet(SignatureClaim claim, string code)
    {
        bool holdsHere = claim.RegionSet?.Split(',').Any(region => region.EndsWith('*')
            ? options.Region.StartsWith(region[..^1], StringComparison.Ordinal)
            : region == options.Region) ?? false;
        if (!holdsHere)
        {
            throw AuthFaults.WrongRegion(code, claim.RegionSet ?? string.Empty, options.Region);
        }
    }

    private void VerifyTime(SignatureClaim claim)
    {
        DateTimeOffset now = options.TimeProvider.GetUtcNow();
        if (claim.Expires is not { } seconds)
        {
            if ((now - claim.Time).Duration() > options.ClockSkewTolerance)
            {
                throw AuthFaults.RequestTimeTooSkewed(claim.Timestamp, now, options.ClockSkewTolerance);
            }
            return;
        }
        if (claim.Time - now > options.ClockSkewTolerance)
        {
            throw AuthFaults.AccessDenied("Request is not valid yet");
        }
        DateTimeOffset expires = claim.Time.AddSeconds(seconds);
        if (now > expires)
        {
            throw AuthFaults.Expired(seconds, expires, now);
        }
    }

    /// <returns>The secret that the request is signed with.</returns>
    private string VerifyIdentity(SignatureClaim claim, string bucket)
    {
        if (claim.BucketSessionToken is { } sessionToken)
        {
            return sessions.Find(claim.Scope.AccessKeyId, sessionToken, bucket).SecretAccessKey;
        }
        if (claim.Scope.AccessKeyId != options.AccessKeyId)
        {
            throw AuthFaults.InvalidAccessKeyId(claim.Scope.AccessKeyId);
        }
        bool tokenIsRight = options.SessionToken is null ? claim.SessionToken is null : Signatures.AreEqual(options.SessionToken, claim.SessionToken);
        if (!tokenIsRight)
        {
            // Temporary keys without their token are unknown keys.
            throw claim.SessionToken is null ? AuthFaults.InvalidAccessKeyId(claim.Scope.AccessKeyId) : AuthFaults.InvalidToken();
        }
        return options.SecretAccessKey;
    }

    private static void VerifyCoverage(SignatureClaim claim, IHeaderDictionary headers)
    {
        HashSet<string> signed = new(claim.SignedHeaders, StringComparer.Ordinal);
        List<string> unsigned = [.. headers.Keys
            .Select(static name => name.ToLowerInvariant())
            .Where(name => (name == "host" || name.StartsWith("x-amz-", StringComparison.Ordinal)) && !signed.Contains(name))
            .Order(StringComparer.Ordinal)];
        if (unsigned.Count > 0)
        {
            throw AuthFaults.HeadersNotSigned(string.Join(", ", unsigned));
        }
    }

    private static PayloadDeclaration PayloadOf(SignatureClaim claim, IHeaderDictionary headers, RawQuery query)
    {
        string declared = headers[ContentSha256].ToString();
        if (declared.Length > 0)
        {
            return PayloadDeclaration.Parse(declared);
        }
        if (claim.Expires is null)
        {
            throw Faults.InvalidRequest("Missing required header for this request: x-amz-content-sha256");
        }
        return query["X-Amz-Content-Sha256"] is { } inQuery ? PayloadDeclaration.Parse(inQuery) : PayloadDeclaration.Undeclared;
    }

    private static void VerifySignature(SignatureClaim claim, byte[] key, string canonicalRequest)
    {
        string stringToSign = CanonicalRequest.StringToSign(canonicalRequest, claim);
        bool isValid = claim.IsAsymmetric
            ? AsymmetricKey.Verify(key, stringToSign, claim.Signature)
            : Signatures.AreEqual(Signatures.Compute(key, stringToSign), claim.Signature);
        if (!isValid)
        {
            throw AuthFaults.SignatureDoesNotMatch(claim.Scope.AccessKeyId, stringToSign, claim.Signature, canonicalRequest);
        }
    }

    /// <summary>A presigner may hoist <c>x-amz-…</c> headers into the query, where they mean the same.</summary>
    private static void AdoptQueryHeaders(IHeaderDictionary headers, RawQuery query)
    {
        foreach ((string name, string value) in query.Parameters)
        {
            if (name.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase) && !headers.ContainsKey(name))
            {
                headers[name] = value;
            }
        }
    }
}

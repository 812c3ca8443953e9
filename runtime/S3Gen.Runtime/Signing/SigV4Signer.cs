using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using S3Gen.Runtime.Diagnostics;

namespace S3Gen.Runtime.Signing;

/// <summary>
/// AWS Signature Version 4, and 4A where the request's scheme says so. With the former <see cref="TrySign"/> allocates nothing once
/// the day's signing key is derived. Instances are thread-safe and keep nothing but derived keys.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html"/>
internal sealed class SigV4Signer : IDisposable
{
    /// <summary>Room that fits the <c>Authorization</c> values of nearly all requests, in characters.</summary>
    internal const int TypicalAuthorizationLength = 512;

    /// <summary>Length of the hexadecimal signature of version 4 with which its <c>Authorization</c> value ends; it seeds chunk signatures.</summary>
    internal const int SignatureLength = SHA256.HashSizeInBytes * 2;

    private const int MaxAuthorizationLength = 64 * 1024;
    private const int MaxExpiresSeconds = 7 * 24 * 60 * 60;

    private readonly SigningKeyCache _keys = new();
    private readonly SigV4aKeyCache _asymmetricKeys = new();

    /// <summary>Wipes the derived keys.</summary>
    public void Dispose()
    {
        _keys.Clear();
        _asymmetricKeys.Clear();
    }

    /// <summary>Computes the value of the <c>Authorization</c> header into <paramref name="destination"/>.</summary>
    /// <param name="request">The request as it is sent.</param>
    /// <param name="destination">Where to.</param>
    /// <param name="charsWritten">The value's length.</param>
    /// <returns>Whether there was room enough.</returns>
    [SkipLocalsInit]
    internal bool TrySign(in SigningRequest request, Span<char> destination, out int charsWritten)
    {
        SigV4Document document = new(stackalloc byte[SigV4Document.InitialSize]);
        try
        {
            using (Tracing.StartWithin(SpanNames.RequestBuild, SpanNames.CanonicalRequest))
            {
                document.WriteForHeader(request);
            }

            using Activity? span = Tracing.StartWithin(SpanNames.RequestBuild, SpanNames.Signature);
            Span<byte> signature = stackalloc byte[SigV4aKey.MaxSignatureSize];
            int length = ComputeSignature(request, document.BytesToSign, signature);
            return document.TryGetAuthorization(request, signature[..length], destination, out charsWritten);
        }
        finally
        {
            document.Dispose();
        }
    }

    /// <summary>Computes the value of the <c>Authorization</c> header.</summary>
    internal string Sign(in SigningRequest request)
    {
        Span<char> value = stackalloc char[TypicalAuthorizationLength];
        int written;
        while (!TrySign(request, value, out written))
        {
            value = value.Length < MaxAuthorizationLength
                ? new char[value.Length * 4]
                : throw new ArgumentException("The names of the request's headers are too long to be signed.");
        }

        return new string(value[..written]);
    }

    /// <summary>Signs in the query instead: makes a presigned URL's query.</summary>
    /// <param name="request">The request; <see cref="SigningRequest.Headers"/> have to be sent with the URL.</param>
    /// <param name="expires">How long the signature is valid, 1 second to 7 days.</param>
    /// <returns>The whole query without '?', the signature last.</returns>
    internal string Presign(in SigningRequest request, TimeSpan expires)
    {
        long seconds = (long)expires.TotalSeconds;
        ArgumentOutOfRangeException.ThrowIfLessThan(seconds, 1, nameof(expires));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(seconds, MaxExpiresSeconds, nameof(expires));
        SigV4Document document = new(stackalloc byte[SigV4Document.InitialSize]);
        try
        {
            document.WriteForQuery(request, seconds);
            Span<byte> signature = stackalloc byte[SigV4aKey.MaxSignatureSize];
            int length = ComputeSignature(request, document.BytesToSign, signature);
            return document.GetSignedQuery(request, signature[..length]);
        }
        finally
        {
            document.Dispose();
        }
    }

    /// <summary>Signs any text with the day's key, as POST policies are, in lower-case hexadecimal.</summary>
    internal string SignText(ReadOnlySpan<byte> text, SigningCredentials credentials, string region, string service, DateTimeOffset time)
    {
        Span<byte> signature = stackalloc byte[SHA256.HashSizeInBytes];
        HmacSha256.Hash(KeyFor(credentials, region, service, time), text, signature);
        return Convert.ToHexStringLower(signature);
    }

    /// <summary>The key of a request's day, region and service; chunk signatures are made with it.</summary>
    internal ReadOnlySpan<byte> KeyFor(in SigningRequest request) =>
        KeyFor(request.Credentials, request.Region, request.Service, request.Time);

    internal ReadOnlySpan<byte> KeyFor(SigningCredentials credentials, string region, string service, DateTimeOffset time)
    {
        Span<char> text = stackalloc char[SigningTime.Length];
        SigningTime.Format(time, text);
        return _keys.Get(credentials, text[..SigningTime.DateLength], region, service);
    }

    private int ComputeSignature(in SigningRequest request, ReadOnlySpan<byte> text, Span<byte> signature)
    {
        if (request.Scheme == SigningScheme.SigV4a)
        {
            return _asymmetricKeys.Get(request.Credentials).Sign(text, signature);
        }

        HmacSha256.Hash(KeyFor(request), text, signature[..SHA256.HashSizeInBytes]);
        return SHA256.HashSizeInBytes;
    }
}

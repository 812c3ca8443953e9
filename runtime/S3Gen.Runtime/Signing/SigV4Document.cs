using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Signing;

/// <summary>
/// The texts of one Signature Version 4, one behind the other in one buffer: canonical request, string to sign, and what is made
/// of them. The signer and those who check its stages see the same bytes.
/// </summary>
internal ref struct SigV4Document(Span<byte> initial)
{
    internal const string Algorithm = "AWS4-HMAC-SHA256";

    /// <summary>Room on the stack that fits the canonical request of most requests with all that follows it.</summary>
    internal const int InitialSize = 2048;

    private const int HeaderSlots = 40;

    private Utf8Buffer _buffer = new(initial);
    private CanonicalParts _canonical;
    private Range _scope;
    private Range _stringToSign;

    internal readonly string CanonicalRequest => Encoding.UTF8.GetString(_buffer[_canonical.Whole]);

    internal readonly string StringToSign => Encoding.UTF8.GetString(_buffer[_stringToSign]);

    /// <summary>Writes canonical request and string to sign for a signature in the <c>Authorization</c> header.</summary>
    [SkipLocalsInit]
    internal void WriteForHeader(in SigningRequest request)
    {
        scoped Span<char> time = stackalloc char[SigningTime.Length];
        SigningTime.Format(request.Time, time);
        scoped AddedHeaders added = new()
        {
            Host = request.Host,
            PayloadHash = request.HasPayloadHashHeader ? request.PayloadHash : default,
            Date = time,
            SecurityToken = request.SignsSessionToken ? request.Credentials.SessionToken : default,
        };
        scoped SignedHeaders headers = new(request.Headers, added, stackalloc int[HeaderSlots]);
        _canonical = Signing.CanonicalRequest.Write(request, request.Query, request.IsQueryCanonical, headers, ref _buffer);
        headers.Dispose();
        WriteStringToSign(request, time);
    }

    /// <summary>Writes canonical request and string to sign for a signature in the query.</summary>
    internal void WriteForQuery(in SigningRequest request, long expiresSeconds)
    {
        scoped Span<char> time = stackalloc char[SigningTime.Length];
        SigningTime.Format(request.Time, time);
        scoped AddedHeaders added = new() { Host = request.Host };
        scoped SignedHeaders headers = new(request.Headers, added, stackalloc int[HeaderSlots]);
        string query = QueryToSign(request, time, headers, expiresSeconds);
        _canonical = Signing.CanonicalRequest.Write(request, query, isQueryCanonical: false, headers, ref _buffer);
        headers.Dispose();
        WriteStringToSign(request, time);
    }

    /// <summary>Writes the value of the <c>Authorization</c> header.</summary>
    [SkipLocalsInit]
    internal readonly bool TryGetAuthorization(in SigningRequest request, ReadOnlySpan<byte> signature, Span<char> destination, out int written)
    {
        Utf8Buffer text = new(stackalloc byte[512]);
        text.Append("AWS4-HMAC-SHA256 Credential="u8);
        text.Append(request.Credentials.AccessKeyId);
        text.Append((byte)'/');
        text.Append(_buffer[_scope]);
        text.Append(", SignedHeaders="u8);
        text.Append(_buffer[_canonical.HeaderNames]);
        text.Append(", Signature="u8);
        text.AppendHex(signature);
        bool fits = Encoding.UTF8.TryGetChars(text.Written, destination, out written);
        text.Dispose();
        return fits;
    }

    /// <summary>The query with its signature.</summary>
    internal readonly string GetSignedQuery(in SigningRequest request, ReadOnlySpan<byte> signature)
    {
        Utf8Buffer text = new(stackalloc byte[1024]);
        text.Append(_buffer[_canonical.Query]);
        if (!request.SignsSessionToken && request.Credentials.SessionToken is { } token)
        {
            text.Append("&X-Amz-Security-Token="u8);
            text.AppendEncoded(token, keepSlash: false);
        }

        text.Append("&X-Amz-Signature="u8);
        text.AppendHex(signature);
        string query = Encoding.UTF8.GetString(text.Written);
        text.Dispose();
        return query;
    }

    /// <summary>Computes the signature, 32 bytes.</summary>
    internal readonly void Sign(ReadOnlySpan<byte> key, Span<byte> signature) => HmacSha256.Hash(key, _buffer[_stringToSign], signature);

    internal void Dispose() => _buffer.Dispose();

    private static string QueryToSign(
        in SigningRequest request, ReadOnlySpan<char> time, scoped SignedHeaders headers, long expiresSeconds)
    {
        Utf8Buffer names = new(stackalloc byte[256]);
        SignedHeaders.WriteNames(headers, ref names);
        string signedHeaders = UriEncoding.Encode(Encoding.UTF8.GetString(names.Written), keepSlash: false);
        names.Dispose();
        string scope = $"{request.Credentials.AccessKeyId}/{time[..SigningTime.DateLength]}/{request.Region}/{request.Service}/aws4_request";
        string token = request.SignsSessionToken && request.Credentials.SessionToken is { } sessionToken
            ? "&X-Amz-Security-Token=" + UriEncoding.Encode(sessionToken, keepSlash: false)
            : string.Empty;
        return string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{request.Query}&X-Amz-Algorithm={Algorithm}&X-Amz-Credential={UriEncoding.Encode(scope, keepSlash: false)}&X-Amz-Date={time}&X-Amz-Expires={expiresSeconds}&X-Amz-SignedHeaders={signedHeaders}{token}");
    }

    private void WriteStringToSign(in SigningRequest request, scoped ReadOnlySpan<char> time)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer[_canonical.Whole], hash);
        int start = _buffer.Length;
        _buffer.Append("AWS4-HMAC-SHA256\n"u8);
        _buffer.Append(time);
        _buffer.Append((byte)'\n');
        int scopeStart = _buffer.Length;
        _buffer.Append(time[..SigningTime.DateLength]);
        _buffer.Append((byte)'/');
        _buffer.Append(request.Region);
        _buffer.Append((byte)'/');
        _buffer.Append(request.Service);
        _buffer.Append("/aws4_request"u8);
        _scope = scopeStart.._buffer.Length;
        _buffer.Append((byte)'\n');
        _buffer.AppendHex(hash);
        _stringToSign = start.._buffer.Length;
    }
}

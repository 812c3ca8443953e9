using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Signing;

/// <summary>
/// The texts of one Signature Version 4 or 4A, one behind the other in one buffer: canonical request, string to sign, and what is made
/// of them. The signer and those who check its stages see the same bytes.
/// </summary>
internal ref struct SigV4Document(Span<byte> initial)
{
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
            RegionSet = request.Scheme == SigningScheme.SigV4a ? request.Region : default,
            SessionToken = request.SignsSessionToken ? request.Credentials.SessionToken : default,
            Scheme = request.Scheme,
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
        text.Append(request.Scheme.Algorithm);
        text.Append(" Credential="u8);
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
            AppendParameter(request.Scheme.TokenParameter, token, ref text);
        }

        text.Append("&X-Amz-Signature="u8);
        text.AppendHex(signature);
        string query = Encoding.UTF8.GetString(text.Written);
        text.Dispose();
        return query;
    }

    /// <summary>What the signature covers.</summary>
    internal readonly ReadOnlySpan<byte> BytesToSign => _buffer[_stringToSign];

    internal void Dispose() => _buffer.Dispose();

    /// <summary>The request's own query and the parameters that say how it is signed, in no order.</summary>
    private static string QueryToSign(
        in SigningRequest request, ReadOnlySpan<char> time, scoped SignedHeaders headers, long expiresSeconds)
    {
        Utf8Buffer text = new(stackalloc byte[1024]);
        text.Append(request.Query);
        AppendParameter("X-Amz-Algorithm", request.Scheme.Algorithm, ref text);
        AppendParameter("X-Amz-Credential", $"{request.Credentials.AccessKeyId}/{ScopeOf(request, time)}", ref text);
        AppendParameter("X-Amz-Date", time, ref text);
        AppendParameter("X-Amz-Expires", expiresSeconds.ToString(CultureInfo.InvariantCulture), ref text);
        AppendParameter("X-Amz-SignedHeaders", NamesOf(headers), ref text);
        if (request.Scheme == SigningScheme.SigV4a)
        {
            AppendParameter("X-Amz-Region-Set", request.Region, ref text);
        }

        if (request.SignsSessionToken && request.Credentials.SessionToken is { } token)
        {
            AppendParameter(request.Scheme.TokenParameter, token, ref text);
        }

        string query = Encoding.UTF8.GetString(text.Written);
        text.Dispose();
        return query;
    }

    private static void AppendParameter(string name, ReadOnlySpan<char> value, ref Utf8Buffer text)
    {
        text.Append((byte)'&');
        text.Append(name);
        text.Append((byte)'=');
        text.AppendEncoded(value, keepSlash: false);
    }

    private static string NamesOf(scoped SignedHeaders headers)
    {
        Utf8Buffer names = new(stackalloc byte[256]);
        SignedHeaders.WriteNames(headers, ref names);
        string text = Encoding.UTF8.GetString(names.Written);
        names.Dispose();
        return text;
    }

    private static string ScopeOf(in SigningRequest request, ReadOnlySpan<char> time)
    {
        Utf8Buffer scope = new(stackalloc byte[128]);
        WriteScope(request, time, ref scope);
        string text = Encoding.UTF8.GetString(scope.Written);
        scope.Dispose();
        return text;
    }

    /// <summary>Date, region and service; signatures of version 4A have their regions apart from it.</summary>
    private static void WriteScope(in SigningRequest request, scoped ReadOnlySpan<char> time, ref Utf8Buffer buffer)
    {
        buffer.Append(time[..SigningTime.DateLength]);
        buffer.Append((byte)'/');
        if (request.Scheme != SigningScheme.SigV4a)
        {
            buffer.Append(request.Region);
            buffer.Append((byte)'/');
        }

        buffer.Append(request.Service);
        buffer.Append("/aws4_request"u8);
    }

    private void WriteStringToSign(in SigningRequest request, scoped ReadOnlySpan<char> time)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_buffer[_canonical.Whole], hash);
        int start = _buffer.Length;
        _buffer.Append(request.Scheme.Algorithm);
        _buffer.Append((byte)'\n');
        _buffer.Append(time);
        _buffer.Append((byte)'\n');
        int scopeStart = _buffer.Length;
        WriteScope(request, time, ref _buffer);
        _scope = scopeStart.._buffer.Length;
        _buffer.Append((byte)'\n');
        _buffer.AppendHex(hash);
        _stringToSign = start.._buffer.Length;
    }
}

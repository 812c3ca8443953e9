using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.Signing;

/// <summary>Writes the canonical request, which is the same for every signing algorithm.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/create-signed-request.html#create-canonical-request"/>
internal static class CanonicalRequest
{
    /// <summary>Writes it at the end of <paramref name="buffer"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="query">Its query, or the one that takes its place.</param>
    /// <param name="isQueryCanonical">Whether that query is in canonical form.</param>
    /// <param name="headers">The headers that are signed.</param>
    /// <param name="buffer">Where to.</param>
    /// <returns>Where in the buffer the parts stand that are needed again.</returns>
    internal static CanonicalParts Write(
        in SigningRequest request,
        scoped ReadOnlySpan<char> query,
        bool isQueryCanonical,
        scoped SignedHeaders headers,
        ref Utf8Buffer buffer)
    {
        int start = buffer.Length;
        buffer.Append(request.Method);
        buffer.Append((byte)'\n');
        CanonicalPath.Write(request.Path, request.PathMode, ref buffer);
        buffer.Append((byte)'\n');
        int queryStart = buffer.Length;
        if (isQueryCanonical)
        {
            buffer.Append(query);
        }
        else if (!query.IsEmpty)
        {
            CanonicalQuery.Write(query, ref buffer);
        }

        int queryEnd = buffer.Length;
        buffer.Append((byte)'\n');
        SignedHeaders.WriteHeaders(headers, ref buffer);
        buffer.Append((byte)'\n');
        int namesStart = buffer.Length;
        SignedHeaders.WriteNames(headers, ref buffer);
        int namesEnd = buffer.Length;
        buffer.Append((byte)'\n');
        buffer.Append(request.PayloadHash);
        return new CanonicalParts(start..buffer.Length, queryStart..queryEnd, namesStart..namesEnd);
    }
}

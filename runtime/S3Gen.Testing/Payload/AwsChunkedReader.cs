using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;

namespace S3Gen.Testing.Payload;

/// <summary>
/// Takes the aws-chunked coding off a body, verifying the chunk signatures where there are any.
/// See <see href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html"/>.
/// </summary>
internal sealed class AwsChunkedReader(PipeReader body, ContentSink sink, PayloadDeclaration declaration, ChunkSignatures? signatures)
{
    private const int MinChunk = 8192;
    private const int MaxLine = 16 * 1024;
    private const string SignatureExtension = "chunk-signature=";
    private const string TrailerSignature = "x-amz-trailer-signature";

    /// <summary>Reads to the end of the body.</summary>
    /// <returns>The trailing headers, by lower-case name.</returns>
    internal async Task<IReadOnlyDictionary<string, string>> ReadAsync(CancellationToken cancellationToken)
    {
        long previous = long.MaxValue;
        for (int chunk = 1; ; chunk++)
        {
            (long size, string? signature) = ParseHeader(await ReadLineAsync(cancellationToken).ConfigureAwait(false));
            if (size > 0 && previous < MinChunk)
            {
                throw PayloadFaults.InvalidChunkSize(chunk - 1, previous);
            }
            signatures?.BeginChunk();
            await CopyAsync(size, cancellationToken).ConfigureAwait(false);
            signatures?.EndChunk(signature);
            if (size == 0)
            {
                break;
            }
            await ExpectEmptyLineAsync(cancellationToken).ConfigureAwait(false);
            previous = size;
        }
        Dictionary<string, string> trailers = declaration.HasTrailer ? await ReadTrailersAsync(cancellationToken).ConfigureAwait(false) : [];
        if (!declaration.HasTrailer)
        {
            await ExpectEmptyLineAsync(cancellationToken).ConfigureAwait(false);
        }
        await ExpectEndAsync(cancellationToken).ConfigureAwait(false);
        return trailers;
    }

    private (long Size, string? Signature) ParseHeader(string line)
    {
        int semicolon = line.IndexOf(';', StringComparison.Ordinal);
        ReadOnlySpan<char> size = semicolon < 0 ? line : line.AsSpan(0, semicolon);
        if (!long.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out long length) || length < 0)
        {
            throw PayloadFaults.MalformedChunk();
        }
        string? signature = semicolon >= 0 && line.AsSpan(semicolon + 1).StartsWith(SignatureExtension, StringComparison.Ordinal)
            ? line[(semicolon + 1 + SignatureExtension.Length)..]
            : null;
        return declaration.HasSignedChunks && signature is null ? throw PayloadFaults.MalformedChunk() : (length, signature);
    }

    private async Task<Dictionary<string, string>> ReadTrailersAsync(CancellationToken cancellationToken)
    {
        Dictionary<string, string> trailers = [];
        StringBuilder signed = new();
        string? signature = null;
        while (await ReadLineAsync(cancellationToken).ConfigureAwait(false) is { Length: > 0 } line)
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw PayloadFaults.MalformedTrailer();
            }
            string name = line[..colon].Trim().ToLowerInvariant();
            string value = line[(colon + 1)..].Trim();
            if (name == TrailerSignature)
            {
                signature = value;
            }
            else if (trailers.TryAdd(name, value))
            {
                signed.Append(name).Append(':').Append(value).Append('\n');
            }
            else
            {
                throw PayloadFaults.MalformedTrailer();
            }
        }
        if (declaration.HasSignedChunks && signature is null)
        {
            throw PayloadFaults.MalformedTrailer();
        }
        signatures?.VerifyTrailer(signed.ToString(), signature);
        return trailers;
    }

    private async Task CopyAsync(long size, CancellationToken cancellationToken)
    {
        while (size > 0)
        {
            ReadResult result = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            ReadOnlySequence<byte> taken = result.Buffer.Slice(0, Math.Min(size, result.Buffer.Length));
            foreach (ReadOnlyMemory<byte> segment in taken)
            {
                sink.Append(segment.Span);
                signatures?.Append(segment.Span);
            }
            size -= taken.Length;
            body.AdvanceTo(taken.End);
            if (size > 0 && result.IsCompleted)
            {
                throw PayloadFaults.IncompleteBody();
            }
            if (sink.IsOverLimit)
            {
                throw PayloadFaults.EntityTooLarge(sink.Length, PayloadReader.MaxObject);
            }
        }
    }

    private async Task<string> ReadLineAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult result = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (result.Buffer.PositionOf((byte)'\n') is { } newline)
            {
                string line = Encoding.Latin1.GetString(result.Buffer.Slice(0, newline)).TrimEnd('\r');
                body.AdvanceTo(result.Buffer.GetPosition(1, newline));
                return line;
            }
            body.AdvanceTo(result.Buffer.Start, result.Buffer.End);
            if (result.IsCompleted)
            {
                throw PayloadFaults.IncompleteBody();
            }
            if (result.Buffer.Length > MaxLine)
            {
                throw PayloadFaults.MalformedChunk();
            }
        }
    }

    private async Task ExpectEmptyLineAsync(CancellationToken cancellationToken)
    {
        if ((await ReadLineAsync(cancellationToken).ConfigureAwait(false)).Length > 0)
        {
            throw PayloadFaults.MalformedChunk();
        }
    }

    private async Task ExpectEndAsync(CancellationToken cancellationToken)
    {
        ReadResult result = await body.ReadAsync(cancellationToken).ConfigureAwait(false);
        bool hasMore = result.Buffer.Length > 0;
        body.AdvanceTo(result.Buffer.End);
        if (hasMore)
        {
            throw PayloadFaults.MalformedChunk();
        }
    }
}

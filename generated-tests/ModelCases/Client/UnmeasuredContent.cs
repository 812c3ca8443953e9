using System.Net;

namespace S3Gen.ModelCases.Client;

/// <summary>A body that has the length its headers say, and none if they say none, as bodies from a connection have.</summary>
internal sealed class UnmeasuredContent(ReadOnlyMemory<byte> body) : HttpContent
{
    protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new MemoryStream(body.ToArray(), writable: false));

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => stream.WriteAsync(body).AsTask();

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}

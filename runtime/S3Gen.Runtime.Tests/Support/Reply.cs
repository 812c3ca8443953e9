using System.Net.Sockets;
using System.Text;

namespace S3Gen.Runtime.Tests.Support;

/// <summary>What a <see cref="RawServer"/> does once it has read a request.</summary>
internal sealed class Reply
{
    private readonly byte[] _bytes;

    private Reply(string text) => _bytes = Encoding.Latin1.GetBytes(text);

    /// <summary>Whether the connection is closed after the bytes.</summary>
    public bool Closes { get; private init; }

    /// <summary>Whether the connection is reset after the bytes.</summary>
    public bool Resets { get; private init; }

    /// <summary>Whether nothing more happens until the client closes the connection.</summary>
    public bool Hangs { get; private init; }

    public static Reply Raw(string text) => new(text);

    public static Reply Ok(string body = "", string headers = "") => Status(200, body, headers);

    public static Reply Status(int status, string body = "", string headers = "") =>
        new($"HTTP/1.1 {status} X\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n{headers}\r\n{Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(body))}");

    public static Reply Error(int status, string code) =>
        Status(status, $"<Error><Code>{code}</Code><Message>m</Message><RequestId>R</RequestId><HostId>H</HostId></Error>");

    public static Reply Truncated(string body, int announced) =>
        new($"HTTP/1.1 200 OK\r\nContent-Length: {announced}\r\n\r\n{body}") { Closes = true };

    /// <summary>Bytes after which the connection is closed, or reset.</summary>
    public static Reply Cut(string text, bool resets = false) => new(text) { Closes = true, Resets = resets };

    public static Reply Reset() => new(string.Empty) { Resets = true };

    public static Reply Silence(string text = "") => new(text) { Hangs = true };

    public async Task<bool> WriteAsync(Socket socket, CancellationToken cancellationToken)
    {
        await socket.SendAsync(_bytes, cancellationToken);
        if (Resets)
        {
            socket.LingerState = new LingerOption(true, 0);
        }

        if (Hangs)
        {
            byte[] ignored = new byte[4096];
            while (await socket.ReceiveAsync(ignored, cancellationToken) > 0)
            {
            }
        }

        return !Closes && !Resets && !Hangs;
    }
}

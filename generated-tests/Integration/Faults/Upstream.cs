using System.Net.Sockets;
using System.Text;

namespace S3Gen.Integration.Faults;

/// <summary>
/// Asks the server over a connection of its own, which the server is told to close, so that its end is the answer's end. Of that the
/// client sees nothing.
/// </summary>
internal static class Upstream
{
    public static async Task<(byte[] Head, byte[] Body)> AskAsync(Uri server, byte[] head, byte[] body, CancellationToken stop)
    {
        using Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(server.Host, server.Port, stop);
        byte[] request = [.. head.AsSpan(0, head.Length - 2), .. "Connection: close\r\n\r\n"u8, .. body];
        for (int sent = 0; sent < request.Length;)
        {
            sent += await socket.SendAsync(request.AsMemory(sent), stop);
        }

        HttpMessageReader answers = new(socket, stop);
        byte[] answerHead = await answers.ReadHeadAsync();
        return (WithoutConnectionHeader(answerHead), await answers.ReadToEndAsync());
    }

    private static byte[] WithoutConnectionHeader(byte[] head) => Encoding.Latin1.GetBytes(string.Join(
        "\r\n", Encoding.Latin1.GetString(head).Split("\r\n").Where(line => !line.StartsWith("Connection:", StringComparison.OrdinalIgnoreCase))));
}

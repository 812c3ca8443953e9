using System.Net.Sockets;
using System.Text;

namespace S3Gen.Integration.Faults;

/// <summary>One connection of the client: request by request is read, handed to the server, and its answer handed back, with faults.</summary>
internal sealed class FaultyConnection(Socket client, Uri server, CancellationToken stop)
{
    private static readonly TimeSpan ShortDelay = TimeSpan.FromMilliseconds(20);

    private readonly HttpMessageReader _requests = new(client, stop);

    public Task<bool> WaitForRequestAsync() => _requests.WaitAsync();

    /// <summary>Handles the request that has begun to come.</summary>
    /// <returns>Whether the connection is kept.</returns>
    public async Task<bool> ExchangeAsync(Fault fault)
    {
        if (fault.Kind is FaultKind.ResetBeforeRequest or FaultKind.RefuseConnections)
        {
            return Reset();
        }

        byte[] head = await _requests.ReadHeadAsync();
        int length = HttpMessageReader.ContentLength(head);
        if (fault.Kind == FaultKind.ResetInRequest)
        {
            await _requests.ReadBodyAsync(length / 2);
            return Reset();
        }

        byte[] body = await _requests.ReadBodyAsync(length);
        return fault.Kind switch
        {
            FaultKind.Stall => await StallAsync(),
            FaultKind.Garbage => await SendAsync("This is not HTTP.\r\n\r\n"u8.ToArray()) && false,
            FaultKind.Answer => await SendAsync(ErrorAnswer(fault, head)),
            _ => await RelayAsync(fault, head, body),
        };
    }

    private async Task<bool> RelayAsync(Fault fault, byte[] head, byte[] body)
    {
        if (fault.Kind == FaultKind.Delay)
        {
            await Task.Delay(ShortDelay, stop);
        }

        (byte[] answerHead, byte[] answerBody) = await Upstream.AskAsync(server, head, body, stop);
        byte[] answer = [.. answerHead, .. answerBody];
        int middle = answerHead.Length + (answerBody.Length / 2);
        int middleOrHead = answerBody.Length > 1 ? middle : answerHead.Length / 2;
        return fault.Kind switch
        {
            FaultKind.ResetAfterRequest => Reset(),
            FaultKind.ResetInHead => await SendAsync(answer[..(answerHead.Length / 2)]) && Reset(),
            FaultKind.ResetInBody => await SendAsync(answer[..middleOrHead]) && Reset(),
            FaultKind.Truncate => await SendAsync(answer[..middleOrHead]) && false,
            FaultKind.StallInBody => await SendAsync(answer[..middleOrHead]) && await StallAsync(),
            FaultKind.DropAfterAnswer => await SendAsync(answer) && false,
            _ => await SendAsync(answer),
        };
    }

    private static byte[] ErrorAnswer(Fault fault, byte[] requestHead)
    {
        string body = fault.Code is null ? string.Empty : $"<Error><Code>{fault.Code}</Code><Message>a fault of the proxy</Message></Error>";
        string text = $"HTTP/1.1 {fault.Status} Fault\r\nContent-Length: {body.Length}\r\nContent-Type: application/xml\r\n\r\n";
        return Encoding.ASCII.GetBytes(requestHead.AsSpan().StartsWith("HEAD "u8) ? text : text + body);
    }

    private async Task<bool> SendAsync(byte[] bytes)
    {
        for (int sent = 0; sent < bytes.Length;)
        {
            sent += await client.SendAsync(bytes.AsMemory(sent), stop);
        }

        return true;
    }

    private async Task<bool> StallAsync()
    {
        while (await _requests.WaitAsync())
        {
            _requests.Forget();
        }

        return false;
    }

    private bool Reset()
    {
        client.LingerState = new LingerOption(true, 0);
        return false;
    }
}

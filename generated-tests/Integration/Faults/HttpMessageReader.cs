using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace S3Gen.Integration.Faults;

/// <summary>Reads messages whose bodies have a Content-Length.</summary>
internal sealed class HttpMessageReader(Socket socket, CancellationToken stop)
{
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;

    /// <summary>Waits until something comes.</summary>
    /// <returns>False if the other side has closed the connection.</returns>
    public async Task<bool> WaitAsync() => _length > 0 || await ReceiveAsync();

    public void Forget() => _length = 0;

    /// <summary>The head, with the empty line at its end.</summary>
    public async Task<byte[]> ReadHeadAsync()
    {
        int end;
        while ((end = _buffer.AsSpan(0, _length).IndexOf("\r\n\r\n"u8)) < 0)
        {
            await ReceiveMoreAsync();
        }

        return Take(end + 4);
    }

    public async Task<byte[]> ReadBodyAsync(int length)
    {
        while (_length < length)
        {
            await ReceiveMoreAsync();
        }

        return Take(length);
    }

    /// <summary>All until the other side closes the connection.</summary>
    public async Task<byte[]> ReadToEndAsync()
    {
        while (await ReceiveAsync())
        {
        }

        return Take(_length);
    }

    public static int ContentLength(byte[] head)
    {
        const string Name = "\r\nContent-Length:";
        string text = Encoding.Latin1.GetString(head);
        int start = text.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return start < 0
            ? 0
            : int.Parse(text.AsSpan(start + Name.Length, text.IndexOf('\r', start + 2) - start - Name.Length), NumberStyles.AllowLeadingWhite, CultureInfo.InvariantCulture);
    }

    private async Task ReceiveMoreAsync()
    {
        if (!await ReceiveAsync())
        {
            throw new IOException("The connection was closed within a message.");
        }
    }

    private async Task<bool> ReceiveAsync()
    {
        if (_length == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int received = await socket.ReceiveAsync(_buffer.AsMemory(_length), stop);
        _length += received;
        return received > 0;
    }

    private byte[] Take(int count)
    {
        byte[] taken = _buffer[..count];
        _buffer.AsSpan(count, _length - count).CopyTo(_buffer);
        _length -= count;
        return taken;
    }
}

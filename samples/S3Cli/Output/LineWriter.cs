using System.Text;

namespace S3Cli.Output;

/// <summary>
/// Writes lines from several threads. On a terminal each is seen at once; elsewhere they are collected, but none waits long while
/// others come.
/// </summary>
internal sealed class LineWriter(TextWriter writer, bool isTerminal, TimeProvider time)
{
    private const int BufferSize = 16 * 1024;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMilliseconds(250);
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Lock _lock = new();
    private long _flushed;

    public LineWriter(Stream stream, bool isTerminal, TimeProvider time)
        : this(new StreamWriter(stream, Utf8, BufferSize, leaveOpen: true) { NewLine = "\n" }, isTerminal, time)
    {
    }

    public void WriteLine(string line)
    {
        lock (_lock)
        {
            writer.WriteLine(line);
            if (isTerminal || time.GetElapsedTime(_flushed) > LongestWait)
            {
                FlushNow();
            }
        }
    }

    public void Flush()
    {
        lock (_lock)
        {
            FlushNow();
        }
    }

    private void FlushNow()
    {
        writer.Flush();
        _flushed = time.GetTimestamp();
    }
}

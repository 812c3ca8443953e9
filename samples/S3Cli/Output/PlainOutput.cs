using S3Cli.Failures;
using S3Cli.Output.Messages;

namespace S3Cli.Output;

/// <summary>Lines for people and for pipes: results on the standard output, the rest on the standard error.</summary>
internal sealed class PlainOutput(LineWriter output, TextWriter error, LineStyle style, OutputFilter filter) : IOutput
{
    public void Write(Message message)
    {
        if (filter.Lets(message))
        {
            output.WriteLine(message.ToLine(style));
        }
    }

    public void Warn(string warning) => WriteError($"{App.ToolName.Text}: {warning}");

    public void Fail(Failure failure)
    {
        output.Flush();
        WriteError(failure.ToLine());
        foreach (string detail in filter.IsVerbose ? failure.Details : [])
        {
            WriteError($"  {detail}");
        }
    }

    public Task WithProgressAsync(Func<IProgressBoard, Task> work) => work(NoProgress.Instance);

    public void Flush() => output.Flush();

    private void WriteError(string line)
    {
        lock (error)
        {
            error.WriteLine(line);
        }
    }
}

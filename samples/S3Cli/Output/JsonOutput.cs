using System.Text.Json;
using S3Cli.Failures;
using S3Cli.Output.Messages;

namespace S3Cli.Output;

/// <summary>JSON Lines: one object a line. Results are on the standard output, errors and warnings on the standard error.</summary>
/// <seealso href="https://jsonlines.org/"/>
internal sealed class JsonOutput(LineWriter output, TextWriter error, OutputFilter filter) : IOutput
{
    public void Write(Message message)
    {
        if (filter.Lets(message))
        {
            output.WriteLine(JsonSerializer.Serialize(message, MessageJson.Relaxed.Message));
        }
    }

    public void Warn(string warning) => WriteError(new WarningGiven(warning));

    public void Fail(Failure failure)
    {
        output.Flush();
        WriteError(new FailureReported(failure.What, failure.Why, failure.Fix, (int)failure.ExitCode)
        {
            Code = failure.Code,
            RequestId = failure.RequestId,
            Details = filter.IsVerbose ? failure.Details : null,
        });
    }

    public Task WithProgressAsync(Func<IProgressBoard, Task> work) => work(NoProgress.Instance);

    public void Flush() => output.Flush();

    private void WriteError(Message message)
    {
        string line = JsonSerializer.Serialize(message, MessageJson.Relaxed.Message);
        lock (error)
        {
            error.WriteLine(line);
        }
    }
}

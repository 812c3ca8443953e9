using S3Cli.Failures;
using S3Cli.Output.Messages;

namespace S3Cli.Output;

/// <summary>Where commands say what they have found and done. All members may be used from several threads.</summary>
internal interface IOutput
{
    /// <summary>Tells a result.</summary>
    void Write(Message message);

    /// <summary>Tells what was left out, and why.</summary>
    void Warn(string warning);

    /// <summary>Tells what went wrong.</summary>
    void Fail(Failure failure);

    /// <summary>Does work whose progress can be watched, if anybody watches.</summary>
    Task WithProgressAsync(Func<IProgressBoard, Task> work);

    /// <summary>Hands on what was written.</summary>
    void Flush();
}

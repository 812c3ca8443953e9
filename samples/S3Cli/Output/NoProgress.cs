using S3Gen.Runtime;

namespace S3Cli.Output;

/// <summary>Nobody watches.</summary>
internal sealed class NoProgress : IProgressBoard, ITransferWatch
{
    public static NoProgress Instance { get; } = new();

    public void Expect(long? bytes)
    {
    }

    public ITransferWatch Begin(string name, long? size) => this;

    public void Report(TransferProgress value)
    {
    }

    public void Dispose()
    {
    }
}

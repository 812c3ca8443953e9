using S3Gen.Runtime;

namespace S3Cli.Output;

/// <summary>Where transfers say how far they are.</summary>
internal interface IProgressBoard
{
    /// <summary>There is more to do than was known; a size that is null is not known.</summary>
    void Expect(long? bytes);

    /// <summary>A transfer begins; it is over when what is returned is disposed.</summary>
    ITransferWatch Begin(string name, long? size);
}

/// <summary>Who watches one transfer.</summary>
internal interface ITransferWatch : IProgress<TransferProgress>, IDisposable;

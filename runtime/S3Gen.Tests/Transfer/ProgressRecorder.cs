namespace S3Gen.Tests.Transfer;

/// <summary>Keeps all reports; unlike <see cref="Progress{T}"/> it hears of them at once and in order.</summary>
internal sealed class ProgressRecorder : IProgress<TransferProgress>
{
    private readonly List<TransferProgress> _reports = [];

    public IReadOnlyList<TransferProgress> Reports => _reports;

    public void Report(TransferProgress value) => _reports.Add(value);
}

using Microsoft.Extensions.Logging;
using S3Gen.Transfer.Planning;
using S3Gen.Transfer.Uploads;

namespace S3Gen.Transfer.Flow;

/// <summary>What all transfers of a manager share: the client, the turns, the memory, the bandwidth.</summary>
internal sealed class TransferCore
{
    internal TransferCore(IS3Client client, TransferSettings settings)
    {
        Client = client;
        Settings = settings;
        Turns = new SemaphoreSlim(settings.Concurrency);
        Buffers = new PartBuffers(settings.PartSize, settings.Concurrency);
        Bandwidth = settings.BandwidthLimit is { } limit ? new BandwidthLimit(limit, settings.TimeProvider) : null;
        Creations = new UploadCreations(this);
        Retries = new PartRetries(settings.PartRetries, settings.TimeProvider, settings.Logger);
    }

    internal IS3Client Client { get; }

    internal TransferSettings Settings { get; }

    internal PartBuffers Buffers { get; }

    internal BandwidthLimit? Bandwidth { get; }

    internal UploadCreations Creations { get; }

    internal PartRetries Retries { get; }

    internal TimeProvider Time => Settings.TimeProvider;

    internal ILogger Logger => Settings.Logger;

    private SemaphoreSlim Turns { get; }

    /// <summary>Waits until fewer than the allowed number of parts are on their way. What holds a turn only waits for the network.</summary>
    internal async ValueTask<Turn> TakeTurnAsync(CancellationToken cancellationToken)
    {
        await Turns.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new Turn(Turns);
    }

    /// <summary>Runs work on parts or objects at once, up to the concurrency. The first failure stops the others, and is thrown when all have ended.</summary>
    internal Task ForEachAsync<T>(IEnumerable<T> items, Func<T, CancellationToken, ValueTask> work, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Settings.Concurrency, CancellationToken = cancellationToken }, work);

    /// <inheritdoc cref="ForEachAsync{T}(IEnumerable{T}, Func{T, CancellationToken, ValueTask}, CancellationToken)"/>
    internal Task ForEachAsync<T>(IAsyncEnumerable<T> items, Func<T, CancellationToken, ValueTask> work, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(items, new ParallelOptions { MaxDegreeOfParallelism = Settings.Concurrency, CancellationToken = cancellationToken }, work);

    /// <summary>The right to use the network, until it is disposed.</summary>
    internal sealed class Turn(SemaphoreSlim turns) : IDisposable
    {
        private int _isOver;

        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0)
            {
                turns.Release();
            }
        }
    }
}

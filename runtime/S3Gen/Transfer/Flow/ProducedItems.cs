using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace S3Gen.Transfer.Flow;

/// <summary>A sequence whose items are made by work that runs at the same time, a bounded number of items ahead. Who stops enumerating stops the work.</summary>
internal static class ProducedItems
{
    internal static async IAsyncEnumerable<T> RunAsync<T>(
        int ahead, Func<ChannelWriter<T>, CancellationToken, Task> produce, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Channel<T> items = Channel.CreateBounded<T>(ahead);
        Task producing = ProduceAsync(items.Writer, produce, stop.Token);
        try
        {
            await foreach (T item in items.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
        finally
        {
            await stop.CancelAsync().ConfigureAwait(false);
            await producing.ConfigureAwait(false);
        }
    }

    /// <summary>A failure reaches the reader after the items before it.</summary>
    private static async Task ProduceAsync<T>(ChannelWriter<T> items, Func<ChannelWriter<T>, CancellationToken, Task> produce, CancellationToken cancellationToken)
    {
        Exception? failure = null;
        try
        {
            await produce(items, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            failure = e;
        }

        items.Complete(failure);
    }
}

using System.Runtime.CompilerServices;
using System.Threading.Channels;
using S3Gen.Runtime;
using S3Gen.Transfer.Flow;

namespace S3Gen.Transfer.Objects;

/// <summary>Deletes any number of objects, 1,000 in a request and several requests at once.</summary>
internal sealed class ObjectDeletion(TransferCore core, string bucket)
{
    private const int BatchSize = 1000;

    internal IAsyncEnumerable<DeleteOutcome> RunAsync(IAsyncEnumerable<ObjectIdentifier> objects, CancellationToken cancellationToken) =>
        ProducedItems.RunAsync<DeleteOutcome>(
            2 * BatchSize,
            (outcomes, stop) => core.ForEachAsync(CutAsync(objects, stop), (batch, token) => DeleteAsync(batch, outcomes, token), stop),
            cancellationToken);

    private static async IAsyncEnumerable<List<ObjectIdentifier>> CutAsync(IAsyncEnumerable<ObjectIdentifier> objects, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        List<ObjectIdentifier> batch = [];
        await foreach (ObjectIdentifier entry in objects.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            ArgumentException.ThrowIfNullOrEmpty(entry.Key, nameof(objects));
            if (HasControl(entry.Key))
            {
                // XML has no place for it; it goes alone.
                yield return [entry];
                continue;
            }

            batch.Add(entry);
            if (batch.Count == BatchSize)
            {
                yield return batch;
                batch = [];
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async ValueTask DeleteAsync(List<ObjectIdentifier> batch, ChannelWriter<DeleteOutcome> outcomes, CancellationToken cancellationToken)
    {
        using TransferCore.Turn turn = await core.TakeTurnAsync(cancellationToken).ConfigureAwait(false);
        List<DeleteOutcome> done = HasControl(batch[0].Key)
            ? [await DeleteOneAsync(batch[0], cancellationToken).ConfigureAwait(false)]
            : await DeleteBatchAsync(batch, cancellationToken).ConfigureAwait(false);
        turn.Dispose();
        foreach (DeleteOutcome outcome in done)
        {
            await outcomes.WriteAsync(outcome, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Keys that failed for a passing reason are asked for again.</summary>
    private async Task<List<DeleteOutcome>> DeleteBatchAsync(List<ObjectIdentifier> batch, CancellationToken cancellationToken)
    {
        List<DeleteOutcome> outcomes = [];
        for (int retry = 0; batch.Count > 0; retry++)
        {
            DeleteObjectsRequest request = new() { Bucket = bucket, Delete = new Delete { Objects = batch } };
            DeleteObjectsResponse response = await core.Retries.RunAsync(
                token => core.Client.DeleteObjectsAsync(request, token), cancellationToken).ConfigureAwait(false);
            outcomes.AddRange(response.Deleted.Select(static entry =>
                new DeleteOutcome(entry.Key ?? string.Empty, entry.VersionId, null, null) { DeleteMarkerVersionId = entry.DeleteMarkerVersionId }));
            outcomes.AddRange(FindUnanswered(batch, response));
            ILookup<bool, DeleteObjectsError> errors = response.Errors.ToLookup(error => retry < core.Settings.PartRetries && TransientFailures.IsTransient(error.Code));
            outcomes.AddRange(errors[false].Select(static error =>
                new DeleteOutcome(error.Key ?? string.Empty, error.VersionId, error.Code ?? "Unknown", error.Message)));
            batch = [.. errors[true].Select(static error => new ObjectIdentifier { Key = error.Key ?? string.Empty, VersionId = error.VersionId })];
            if (batch.Count > 0)
            {
                await core.Retries.PauseAsync(retry + 1, cancellationToken).ConfigureAwait(false);
            }
        }

        return outcomes;
    }

    /// <summary>What the answer passes over may still be there.</summary>
    private static IEnumerable<DeleteOutcome> FindUnanswered(List<ObjectIdentifier> batch, DeleteObjectsResponse response)
    {
        HashSet<string?> answered = [.. response.Deleted.Select(static entry => entry.Key), .. response.Errors.Select(static error => error.Key)];
        return batch.Where(entry => !answered.Contains(entry.Key))
            .Select(static entry => new DeleteOutcome(entry.Key, entry.VersionId, "Unknown", "The service's answer says nothing about it."));
    }

    private async Task<DeleteOutcome> DeleteOneAsync(ObjectIdentifier entry, CancellationToken cancellationToken)
    {
        DeleteObjectRequest request = new() { Bucket = bucket, Key = entry.Key, VersionId = entry.VersionId };
        try
        {
            await core.Retries.RunAsync(token => core.Client.DeleteObjectAsync(request, token), cancellationToken).ConfigureAwait(false);
            return new DeleteOutcome(entry.Key, entry.VersionId, null, null);
        }
        catch (S3Exception e) when (e.ErrorCode is { } code && e is not NoSuchBucketException)
        {
            return new DeleteOutcome(entry.Key, entry.VersionId, code, e.ServiceMessage);
        }
    }

    private static bool HasControl(string key)
    {
        foreach (char c in key)
        {
            if (char.IsControl(c) || c >= '\uFFFE')
            {
                return true;
            }
        }

        return false;
    }
}

using System.Diagnostics.CodeAnalysis;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Objects;

namespace S3Gen;

[SuppressMessage("ApiDesign", "RS0026", Justification = "The overloads differ in a required parameter, so that no call can mean two of them.")]
public sealed partial class S3Transfer
{
    /// <summary>Deletes any number of objects, 1,000 in a request and several requests at once. Nothing is deleted before the sequence is enumerated.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="keys">The keys.</param>
    /// <param name="cancellationToken">Gives it up; what was deleted stays so.</param>
    /// <returns>What became of each key, in any order. A key that is not there counts as deleted.</returns>
    /// <exception cref="S3Exception">A whole request was refused, or got no answer.</exception>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html"/>
    public IAsyncEnumerable<DeleteOutcome> DeleteObjectsAsync(string bucket, IEnumerable<string> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return DeleteObjectsAsync(bucket, keys.ToAsyncEnumerable(), cancellationToken);
    }

    /// <inheritdoc cref="DeleteObjectsAsync(string, IEnumerable{string}, CancellationToken)"/>
    public IAsyncEnumerable<DeleteOutcome> DeleteObjectsAsync(string bucket, IAsyncEnumerable<string> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return DeleteObjectsAsync(bucket, keys.Select(static key => new ObjectIdentifier { Key = key }), cancellationToken);
    }

    /// <inheritdoc cref="DeleteObjectsAsync(string, IEnumerable{string}, CancellationToken)"/>
    /// <param name="bucket">The bucket.</param>
    /// <param name="objects">The keys, each perhaps with a version.</param>
    /// <param name="cancellationToken">Gives it up; what was deleted stays so.</param>
    public IAsyncEnumerable<DeleteOutcome> DeleteObjectsAsync(string bucket, IAsyncEnumerable<ObjectIdentifier> objects, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentNullException.ThrowIfNull(objects);
        return new ObjectDeletion(_core, bucket).RunAsync(objects, cancellationToken);
    }

    /// <summary>
    /// Lists the objects of several prefixes at once, which is how a large bucket is listed fast. Keys come decoded, whatever their characters.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="prefixes">The prefixes; where they overlap, objects come more than once.</param>
    /// <param name="cancellationToken">Gives the listing up.</param>
    /// <returns>The objects: in the order of their keys within a prefix, and in any order among prefixes.</returns>
    /// <exception cref="S3Exception">The service refused a request, or could not be reached.</exception>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html"/>
    public IAsyncEnumerable<S3Object> ListObjectsParallelAsync(string bucket, IEnumerable<string> prefixes, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentNullException.ThrowIfNull(prefixes);
        return ProducedItems.RunAsync<S3Object>(
            2000,
            (objects, stop) => _core.ForEachAsync(
                prefixes,
                async (prefix, token) =>
                {
                    await foreach (S3Object entry in RemoteObjects.ListAsync(_core, bucket, prefix, token).ConfigureAwait(false))
                    {
                        await objects.WriteAsync(entry, token).ConfigureAwait(false);
                    }
                },
                stop),
            cancellationToken);
    }
}

using S3Cli.App;
using S3Cli.Failures;
using S3Cli.Locations;
using S3Cli.Output;
using S3Cli.Output.Messages;
using S3Gen;
using S3Gen.Runtime;

namespace S3Cli.Deleting;

/// <summary>Deletes objects of a bucket, as many with one request as S3 takes.</summary>
internal sealed class ObjectRemover(IS3Client client, IOutput output, string bucket, bool isDryRun)
{
    /// <summary>Most that S3 deletes with one request.</summary>
    /// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html"/>
    private const int BatchSize = 1000;

    private readonly List<ObjectIdentifier> _batch = new(BatchSize);

    /// <summary>How many could not be deleted.</summary>
    public int FailedCount { get; private set; }

    public int DeletedCount { get; private set; }

    public async Task AddAsync(string key, string? versionId, CancellationToken cancellationToken)
    {
        _batch.Add(new ObjectIdentifier { Key = key, VersionId = versionId });
        if (_batch.Count == BatchSize)
        {
            await FlushAsync(cancellationToken);
        }
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_batch.Count == 0)
        {
            return;
        }

        ObjectIdentifier[] batch = [.. _batch];
        _batch.Clear();
        HashSet<(string, string?)> failed = isDryRun ? [] : await DeleteAsync(batch, cancellationToken);
        foreach (ObjectIdentifier target in batch.Where(target => !failed.Contains((target.Key, target.VersionId))))
        {
            DeletedCount++;
            output.Write(new Deleted(new S3Url(bucket, target.Key).ToString(), target.VersionId, isDryRun));
        }
    }

    private async Task<HashSet<(string, string?)>> DeleteAsync(ObjectIdentifier[] batch, CancellationToken cancellationToken)
    {
        DeleteObjectsRequest request = new() { Bucket = bucket, Delete = new Delete { Objects = batch, Quiet = true } };
        DeleteObjectsResponse response = await client.DeleteObjectsAsync(request, cancellationToken);
        HashSet<(string, string?)> failed = [];
        foreach (DeleteObjectsError error in response.Errors)
        {
            FailedCount++;
            failed.Add((error.Key ?? string.Empty, string.IsNullOrEmpty(error.VersionId) ? null : error.VersionId));
            output.Fail(Explain(error));
        }

        return failed;
    }

    private Failure Explain(DeleteObjectsError error)
    {
        Advice? advice = Advice.For(error.Code);
        string why = advice is null ? error.Message ?? error.Code ?? "the service did not say why" : $"{advice.Why} ({error.Code})";
        return new Failure($"delete of {new S3Url(bucket, error.Key ?? string.Empty)}", why.TrimEnd('.'), advice?.Fix, ExitCode.Failure) { Code = error.Code };
    }
}

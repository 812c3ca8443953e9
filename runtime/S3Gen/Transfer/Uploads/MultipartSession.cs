using System.Globalization;
using S3Gen.Runtime;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Requests;

namespace S3Gen.Transfer.Uploads;

/// <summary>A multipart upload from its creation, or from where it was left, to its end. Parts may be sent at the same time.</summary>
internal sealed class MultipartSession
{
    private readonly TransferCore _core;
    private readonly ChecksumAlgorithm? _checksum;
    private readonly SortedList<int, CompletedPart> _parts = [];

    internal MultipartSession(TransferCore core, UploadTarget target, string uploadId, ChecksumAlgorithm? checksum)
    {
        _core = core;
        Target = target;
        UploadId = uploadId;
        _checksum = checksum;
    }

    internal UploadTarget Target { get; }

    internal string UploadId { get; }

    /// <summary>What S3 answered when it made the object; null if that answer was lost.</summary>
    internal CompleteMultipartUploadResponse? Completion { get; private set; }

    /// <summary>The algorithm that S3 was told of when the upload was created.</summary>
    internal string? ChecksumName => _checksum?.Value;

    /// <summary>Creates an upload.</summary>
    internal static async Task<MultipartSession> CreateAsync(TransferCore core, UploadTarget target, CancellationToken cancellationToken)
    {
        ChecksumAlgorithm? checksum = target.Settings.ChecksumAlgorithm ?? (core.Settings.AddsChecksums ? ChecksumAlgorithm.Crc64nvme : default(ChecksumAlgorithm?));
        string id = await core.Creations.RunAsync(target, WriteRequests.Create(target, checksum), cancellationToken).ConfigureAwait(false);
        return new MultipartSession(core, target, id, checksum);
    }

    /// <summary>Asks which parts are there; those of another size than planned do not count.</summary>
    /// <param name="lengthOf">The length of a part, counted from 1; negative if there is none.</param>
    /// <param name="cancellationToken">Gives the listing up.</param>
    /// <returns>The numbers of the parts.</returns>
    internal async Task<IReadOnlySet<int>> FindPartsAsync(Func<int, long> lengthOf, CancellationToken cancellationToken)
    {
        HashSet<int> found = [];
        await foreach (Part part in _core.Client.ListPartsItemsAsync(PartRequests.List(Target, UploadId), cancellationToken).ConfigureAwait(false))
        {
            if (part is { PartNumber: { } number, ETag: not null } && part.Size == lengthOf(number) && found.Add(number))
            {
                Add(number, CompletedParts.Of(part));
            }
        }

        return found;
    }

    /// <summary>Sends a part, and that part alone again if it fails.</summary>
    /// <param name="number">Its number, from 1.</param>
    /// <param name="body">Makes its body for each try.</param>
    /// <param name="length">Its length.</param>
    /// <param name="progress">Who counts; null for nobody.</param>
    /// <param name="cancellationToken">Gives the part up.</param>
    internal async Task SendPartAsync(int number, Func<RequestBody> body, long length, ProgressTracker? progress, CancellationToken cancellationToken)
    {
        PartProgress? moved = progress is null ? null : new PartProgress(progress);
        UploadPartResponse sent = await _core.Retries.RunAsync(
            token =>
            {
                RequestBody content = moved is null ? body() : body().WithProgress(moved);
                return _core.Client.UploadPartAsync(PartRequests.Upload(Target, UploadId, number, content, _checksum), token);
            },
            cancellationToken).ConfigureAwait(false);
        Add(number, CompletedParts.Of(number, sent));
        moved?.End(length);
    }

    /// <summary>Notes a part that S3 has copied.</summary>
    internal void Add(int number, CompletedPart part)
    {
        lock (_parts)
        {
            _parts[number] = part;
        }
    }

    /// <summary>Makes the object of the parts.</summary>
    internal async Task<UploadResult> CompleteAsync(long size, CancellationToken cancellationToken)
    {
        UploadResult result = await TryCompleteAsync(size, cancellationToken).ConfigureAwait(false);
        _core.Creations.Forget(UploadId);
        return result;
    }

    private async Task<UploadResult> TryCompleteAsync(long size, CancellationToken cancellationToken)
    {
        CompletedPart[] parts = [.. _parts.Values];
        CompleteMultipartUploadRequest request = PartRequests.Complete(Target, UploadId, parts);
        try
        {
            CompleteMultipartUploadResponse done = await _core.Retries.RunAsync(
                token => _core.Client.CompleteMultipartUploadAsync(request, token), cancellationToken).ConfigureAwait(false);
            Completion = done;
            return string.IsNullOrEmpty(done.ETag)
                ? await LookAsync(size, parts.Length, cancellationToken).ConfigureAwait(false)
                : Describe(size, done.ETag, done.VersionId, parts.Length);
        }
        catch (S3Exception e) when (e is NoSuchUploadException || e.ErrorCode is "PreconditionFailed")
        {
            // A try whose answer was lost may have completed it.
            HeadObjectResponse? completed = await CompletedObject.FindAsync(_core, Target, parts, size, cancellationToken).ConfigureAwait(false);
            if (completed is null)
            {
                throw;
            }

            return Describe(size, completed.ETag, completed.VersionId, parts.Length);
        }
    }

    /// <summary>Ceph's gateway says no ETag when it completes an upload, and has forgotten the tags that it was created with.</summary>
    private async Task<UploadResult> LookAsync(long size, int parts, CancellationToken cancellationToken)
    {
        HeadObjectResponse head = await _core.Retries.RunAsync(
            token => _core.Client.HeadObjectAsync(PartRequests.Head(Target), token), cancellationToken).ConfigureAwait(false);
        if (Target.Settings.Tags is { Count: > 0 } && head.TagCount == 0)
        {
            PutObjectTaggingRequest tagging = PartRequests.Tag(Target, Target.Settings.Tags);
            await _core.Retries.RunAsync(token => _core.Client.PutObjectTaggingAsync(tagging, token), cancellationToken).ConfigureAwait(false);
        }

        return Describe(size, head.ETag, head.VersionId, parts);
    }

    /// <summary>Frees what was uploaded, also what arrives while it is being freed.</summary>
    internal async Task AbortAsync()
    {
        for (int round = 1; await TryAbortAsync().ConfigureAwait(false); round++)
        {
            if (round == 3)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Parts were still there after {round} aborts."));
            }
        }

        _core.Creations.Forget(UploadId);
    }

    /// <returns>Whether parts are still there.</returns>
    private async Task<bool> TryAbortAsync()
    {
        try
        {
            await _core.Retries.RunAsync(
                token => _core.Client.AbortMultipartUploadAsync(PartRequests.Abort(Target, UploadId), token), CancellationToken.None).ConfigureAwait(false);
            await _core.Retries.RunAsync(token => _core.Client.ListPartsAsync(PartRequests.List(Target, UploadId), token), CancellationToken.None).ConfigureAwait(false);
            return true;
        }
        catch (S3Exception e) when (e is NoSuchUploadException || e.StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private UploadResult Describe(long size, string? etag, string? versionId, int parts) => new(Target.Bucket, Target.Key, size, etag, versionId, parts);
}

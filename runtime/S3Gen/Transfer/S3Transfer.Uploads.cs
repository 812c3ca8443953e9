using S3Gen.Transfer.Requests;
using S3Gen.Transfer.State;
using S3Gen.Transfer.Uploads;

namespace S3Gen;

public sealed partial class S3Transfer
{
    /// <summary>
    /// Uploads a file, in parts from <see cref="S3TransferOptions.Threshold"/> on. Afterwards the object is there as a whole, or nothing
    /// is: what fails or is canceled is aborted, unless <see cref="UploadOptions.StateFile"/> makes it resumable.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The object's key.</param>
    /// <param name="path">The file; it must not change while it is uploaded.</param>
    /// <param name="options">What is kept with the object, and how; null for the defaults.</param>
    /// <param name="cancellationToken">Gives the upload up, or pauses it.</param>
    /// <returns>The object.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The file is larger than 48.8 TiB.</exception>
    /// <exception cref="TransferException">The file has changed, the upload can be resumed, or it could not be aborted.</exception>
    /// <exception cref="TransferCanceledException">It was canceled, and can be resumed or could not be aborted.</exception>
    /// <exception cref="S3Exception">The service refused a request, or could not be reached.</exception>
    public async Task<UploadResult> UploadFileAsync(
        string bucket, string key, string path, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= new UploadOptions();
        UploadTarget target = TargetOf(bucket, key, options);
        using SourceFile file = SourceFile.Open(path);
        return await new FileUpload(_core, target, file, options).RunAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Uploads a stream from where it stands to its end, whether its length is known or not. It is read once, part by part; what ends within
    /// the first part and below <see cref="S3TransferOptions.Threshold"/> is sent in one request. Of a stream whose length is not known
    /// 10,000 parts are taken: 78 GiB with parts of 8 MiB.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The object's key.</param>
    /// <param name="content">The stream. It stays open.</param>
    /// <param name="options">What is kept with the object, and how; null for the defaults. A stream cannot be resumed.</param>
    /// <param name="cancellationToken">Gives the upload up.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentException">The stream cannot be read, or <see cref="UploadOptions.StateFile"/> is set.</exception>
    /// <exception cref="TransferException">The stream is too long for its parts, or the upload could not be aborted.</exception>
    /// <exception cref="TransferCanceledException">It was canceled, and could not be aborted.</exception>
    /// <exception cref="S3Exception">The service refused a request, or could not be reached.</exception>
    public Task<UploadResult> UploadAsync(
        string bucket, string key, Stream content, UploadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(content);
        options ??= new UploadOptions();
        if (!content.CanRead)
        {
            throw new ArgumentException("The stream cannot be read.", nameof(content));
        }

        if (options.StateFile is not null)
        {
            throw new ArgumentException($"{nameof(UploadOptions)}.{nameof(UploadOptions.StateFile)} is set, but a later process would not have the stream: upload a file.", nameof(options));
        }

        return new StreamUpload(_core, TargetOf(bucket, key, options), content, options).RunAsync(cancellationToken);
    }

    /// <summary>Gives up a transfer that was to be resumed: aborts its upload or deletes its temporary file, and deletes the state file.</summary>
    /// <param name="stateFile">The state file.</param>
    /// <param name="cancellationToken">Gives the call up.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TransferException">It is no state file.</exception>
    /// <exception cref="S3Exception">The upload could not be aborted.</exception>
    public async Task DiscardAsync(string stateFile, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(stateFile);
        await DiscardedTransfer.DiscardAsync(_core, stateFile, cancellationToken).ConfigureAwait(false);
    }

    private static UploadTarget TargetOf(string bucket, string key, UploadOptions options)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new UploadTarget(bucket, key, options.Settings) { IfMatch = options.IfMatch, IfNoneMatch = options.IfNoneMatch };
    }
}

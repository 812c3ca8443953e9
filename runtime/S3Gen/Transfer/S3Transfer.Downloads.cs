using S3Gen.Runtime;
using S3Gen.Transfer.Downloads;

namespace S3Gen;

public sealed partial class S3Transfer
{
    /// <summary>
    /// Downloads an object to a file, by ranges where it is large, all of the same object (If-Match). The bytes go to a temporary file in the
    /// same folder, which takes the target's name when it is whole; what fails or is canceled leaves nothing, unless
    /// <see cref="DownloadOptions.StateFile"/> makes it resumable. The file is held against the checksum that the service keeps of the object,
    /// a composite one part by part, which takes the permission s3:GetObjectAttributes.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The object's key.</param>
    /// <param name="path">The file; its folder has to be there.</param>
    /// <param name="options">Which version, and how; null for the defaults.</param>
    /// <param name="cancellationToken">Gives the download up, or pauses it.</param>
    /// <returns>The object.</returns>
    /// <exception cref="IOException">The file cannot be written, e.g. as the disk is full, or it is there and must not be replaced.</exception>
    /// <exception cref="TransferException">The object was changed on the way, or the download can be resumed.</exception>
    /// <exception cref="ChecksumMismatchException">What has come is not what the service keeps
    /// (<see cref="ClientOptions.ResponseChecksumValidation"/>). The file is not there, and nothing to resume from.</exception>
    /// <exception cref="TransferCanceledException">It was canceled, and can be resumed.</exception>
    /// <exception cref="S3Exception">The service refused a request, or could not be reached.</exception>
    public Task<DownloadResult> DownloadFileAsync(
        string bucket, string key, string path, DownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new FileDownload(_core, SourceOf(bucket, key, options), Path.GetFullPath(path)).RunAsync(cancellationToken);
    }

    /// <summary>Downloads an object to a stream, by ranges where it is large, which are written in order. A failure leaves the stream with what was written by then.</summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="key">The object's key.</param>
    /// <param name="destination">The stream. It stays open.</param>
    /// <param name="options">Which version, and how; null for the defaults. A stream cannot be resumed.</param>
    /// <param name="cancellationToken">Gives the download up.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ArgumentException">The stream cannot be written, or <see cref="DownloadOptions.StateFile"/> is set.</exception>
    /// <exception cref="TransferException">The object was changed on the way.</exception>
    /// <exception cref="ChecksumMismatchException">What was written is not what the service keeps
    /// (<see cref="ClientOptions.ResponseChecksumValidation"/>).</exception>
    /// <exception cref="S3Exception">The service refused a request, or could not be reached.</exception>
    public Task<DownloadResult> DownloadAsync(
        string bucket, string key, Stream destination, DownloadOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(destination);
        if (!destination.CanWrite)
        {
            throw new ArgumentException("The stream cannot be written.", nameof(destination));
        }

        if (options?.StateFile is not null)
        {
            throw new ArgumentException($"{nameof(DownloadOptions)}.{nameof(DownloadOptions.StateFile)} is set, but a later process would not have the stream: download to a file.", nameof(options));
        }

        return new StreamDownload(_core, SourceOf(bucket, key, options), destination).RunAsync(cancellationToken);
    }

    private static DownloadSource SourceOf(string bucket, string key, DownloadOptions? options)
    {
        ArgumentException.ThrowIfNullOrEmpty(bucket);
        ArgumentException.ThrowIfNullOrEmpty(key);
        return new DownloadSource(bucket, key, options ?? new DownloadOptions());
    }
}

namespace S3Gen.Runtime.Streaming;

/// <summary>A body from a file, which is opened for each attempt.</summary>
internal sealed class FileRequestBody : RequestBody
{
    private readonly string _path;

    internal FileRequestBody(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        _path = path;
        Length = new FileInfo(path).Length;
    }

    public override long? Length { get; }

    public override bool IsReplayable => true;

    internal override async Task CopyToAsync(IBodySink sink, long length, CancellationToken cancellationToken)
    {
        FileStream file = new(_path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.Asynchronous | FileOptions.SequentialScan);
        await using (file.ConfigureAwait(false))
        {
            long copied = await StreamCopy.CopyAsync(file, sink, length, cancellationToken).ConfigureAwait(false);
            if (copied < length)
            {
                throw EndedEarly(copied, length);
            }
        }
    }
}

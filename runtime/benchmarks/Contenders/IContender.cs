namespace S3Gen.Benchmarks.Contenders;

/// <summary>
/// A client under comparison. Each method does one operation to its end, as the client's documentation tells one to, and fails if what
/// came back is not what was asked for. One instance is used from many threads at once.
/// </summary>
internal interface IContender : IDisposable
{
    /// <summary>A HEAD of a small object.</summary>
    Task HeadAsync();

    /// <summary>Reads 1 KiB.</summary>
    Task GetAsync();

    /// <summary>Writes 1 KiB from memory.</summary>
    Task PutAsync();

    /// <summary>Lists 1,000 keys; all but the bare client make objects of them.</summary>
    Task ListAsync();

    /// <summary>Deletes 1,000 keys in one request.</summary>
    Task DeleteAsync();

    /// <summary>Makes a presigned URL.</summary>
    Task PresignAsync();

    /// <summary>Uploads one of the parts of a large object from memory.</summary>
    Task UploadPartAsync(int part);

    /// <summary>Reads one of the parts of a large object and drops it.</summary>
    Task DownloadPartAsync(int part);

    /// <summary>Uploads a file.</summary>
    Task UploadFileAsync(string path);

    /// <summary>Downloads to a file.</summary>
    Task DownloadFileAsync(string path);
}

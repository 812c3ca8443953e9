namespace S3Gen;

/// <summary>What a step of a synchronization does.</summary>
public enum SyncActionKind
{
    /// <summary>Uploads a file.</summary>
    Upload,

    /// <summary>Downloads an object.</summary>
    Download,

    /// <summary>Deletes an object that is no file.</summary>
    DeleteObject,

    /// <summary>Deletes a file that is no object.</summary>
    DeleteFile,
}

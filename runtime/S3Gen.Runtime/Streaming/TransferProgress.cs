namespace S3Gen.Runtime;

/// <summary>How far a transfer is.</summary>
/// <param name="BytesTransferred">Bytes handed to the network since the attempt began; a retry begins at 0 again. Of a response, the
/// bytes of its body that were read. Of a transfer in parts, the bytes that are through; retries take none of them back.</param>
/// <param name="TotalBytes">Bytes to be transferred; null if that is not known.</param>
public readonly record struct TransferProgress(long BytesTransferred, long? TotalBytes)
{
    /// <summary>Parts that are through; a single request is one when it is.</summary>
    public int PartsTransferred { get; init; }

    /// <summary>Parts of the whole; null if that is not known, or for a single request.</summary>
    public int? TotalParts { get; init; }

    /// <summary>Bytes per second since the transfer began, or was taken up again; 0 until that can be told.</summary>
    public double BytesPerSecond { get; init; }
}

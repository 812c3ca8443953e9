namespace S3Gen.Runtime;

/// <summary>How far a transfer is.</summary>
/// <param name="BytesTransferred">Bytes handed to the network since the attempt began; a retry begins at 0 again.</param>
/// <param name="TotalBytes">Bytes to be transferred; null if that is not known.</param>
public readonly record struct TransferProgress(long BytesTransferred, long? TotalBytes);

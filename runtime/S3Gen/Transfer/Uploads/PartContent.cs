using S3Gen.Runtime;
using S3Gen.Transfer.Flow;

namespace S3Gen.Transfer.Uploads;

/// <summary>Makes the bodies of parts.</summary>
internal static class PartContent
{
    /// <summary>A body of memory, which is handed to the network as it is, unless the bandwidth is limited.</summary>
    internal static RequestBody Of(ReadOnlyMemory<byte> content, BandwidthLimit? bandwidth) => bandwidth is null || content.IsEmpty
        ? RequestBody.FromBytes(content)
        : RequestBody.FromStream(new PacedMemoryStream(content, bandwidth), leaveOpen: false);

    /// <summary>A body that is read from the file as it is sent.</summary>
    internal static RequestBody Of(SourceFile file, long offset, long length, BandwidthLimit? bandwidth) =>
        RequestBody.FromStream(new FileRangeStream(file.Handle, offset, length, bandwidth), leaveOpen: false);
}

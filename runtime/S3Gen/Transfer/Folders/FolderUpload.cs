using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Requests;
using S3Gen.Transfer.Uploads;

namespace S3Gen.Transfer.Folders;

/// <summary>Uploads files of a folder, several at once.</summary>
internal sealed class FolderUpload(TransferCore core, string bucket, string prefix, Func<string, ObjectSettings> settings, FolderTally tally)
{
    internal string KeyOf(LocalFile file) => prefix + file.Name;

    internal ValueTask UploadAsync(LocalFile file, CancellationToken cancellationToken)
    {
        string key = KeyOf(file);
        return tally.RunAsync(
            key,
            async () =>
            {
                using SourceFile source = SourceFile.Open(file.Path);
                UploadTarget target = new(bucket, key, settings(key));
                UploadResult result = await new FileUpload(core, target, source, new UploadOptions()).RunAsync(cancellationToken).ConfigureAwait(false);
                return result.Size;
            },
            cancellationToken);
    }
}

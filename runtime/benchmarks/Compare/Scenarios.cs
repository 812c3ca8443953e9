namespace S3Gen.Benchmarks.Compare;

/// <summary>What is compared.</summary>
internal static class Scenarios
{
    public const string ColdStart = "cold";

    public static readonly Scenario[] All =
    [
        new() { Id = "head", Name = "HeadObject", Operations = 1000, QuickOperations = 250, Operation = (c, _) => c.HeadAsync() },
        new() { Id = "get", Name = "GetObject, 1 KiB", Operations = 1000, QuickOperations = 250, Operation = (c, _) => c.GetAsync() },
        new() { Id = "put", Name = "PutObject, 1 KiB", Operations = 1000, QuickOperations = 250, Operation = (c, _) => c.PutAsync() },
        new() { Id = "list", Name = "ListObjectsV2, 1,000 keys", Operations = 40, QuickOperations = 12, Operation = (c, _) => c.ListAsync() },
        new() { Id = "delete", Name = "DeleteObjects, 1,000 keys", Operations = 40, QuickOperations = 12, Operation = (c, _) => c.DeleteAsync() },
        new() { Id = "get32", Name = "GetObject, 32 at once", Operations = 2000, QuickOperations = 600, AtOnce = 32, Operation = (c, _) => c.GetAsync() },
        new() { Id = "put32", Name = "PutObject, 32 at once", Operations = 2000, QuickOperations = 600, AtOnce = 32, Operation = (c, _) => c.PutAsync() },
        new() { Id = "get256", Name = "GetObject, 256 at once", Operations = 2000, QuickOperations = 600, AtOnce = 256, Operation = (c, _) => c.GetAsync() },
        new() { Id = "put256", Name = "PutObject, 256 at once", Operations = 2000, QuickOperations = 600, AtOnce = 256, Operation = (c, _) => c.PutAsync() },
        new() { Id = "presign", Name = "presigned URL", Operations = 2000, QuickOperations = 500, Operation = (c, _) => c.PresignAsync() },
        new()
        {
            Id = "up", Name = "512 MiB up, 8 parts at once", Operations = Workload.PartCount, QuickOperations = 16, AtOnce = Workload.PartsAtOnce,
            IsApart = true, CountsWhole = true, Operation = (c, part) => c.UploadPartAsync(part),
        },
        new()
        {
            Id = "down", Name = "512 MiB down, 8 parts at once", Operations = Workload.PartCount, QuickOperations = 16, AtOnce = Workload.PartsAtOnce,
            IsApart = true, CountsWhole = true, Operation = (c, part) => c.DownloadPartAsync(part),
        },
        new()
        {
            Id = "filesup", Name = "1,000 files of 16 KiB up, 32 at once", Operations = SmallFiles.Count, QuickOperations = 200, AtOnce = 32,
            IsApart = true, CountsWhole = true, Operation = (c, file) => c.UploadFileAsync(SmallFiles.PathOf(file)),
        },
        new()
        {
            Id = "filesdown", Name = "1,000 files of 16 KiB down, 32 at once", Operations = SmallFiles.Count, QuickOperations = 200, AtOnce = 32,
            IsApart = true, CountsWhole = true, Operation = (c, file) => c.DownloadFileAsync(SmallFiles.PathOf(file)),
        },
        new() { Id = ColdStart, Name = "first GetObject of a process, from its start", Operations = 1, QuickOperations = 1, IsApart = true, Operation = (c, _) => c.GetAsync() },
    ];
}

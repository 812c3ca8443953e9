namespace S3Gen.Benchmarks.Compare;

/// <summary>Many small files in a folder that goes when the process ends.</summary>
internal static class SmallFiles
{
    public const int Count = 1000;

    private static readonly Lazy<string> Folder = new(Create);

    public static string PathOf(int file) => Path.Combine(Folder.Value, $"file-{file:D4}.bin");

    private static string Create()
    {
        string folder = Directory.CreateTempSubdirectory("s3gen-files").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        byte[] content = Workload.PartContent[..Workload.FileSize];
        for (int i = 0; i < Count; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"file-{i:D4}.bin"), content);
        }

        return folder;
    }
}

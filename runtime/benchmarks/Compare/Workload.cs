namespace S3Gen.Benchmarks.Compare;

/// <summary>What all contenders work on: names, sizes and content are the same for each, and for the server.</summary>
internal static class Workload
{
    public const string Bucket = "bucket";
    public const string Key = "photos/2026/image.jpeg";
    public const string Region = "us-east-1";
    public const string AccessKey = "AKIDEXAMPLE";
    public const string SecretKey = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";

    /// <summary>Keys that begin with this are of objects as long as all parts together.</summary>
    public const string LargeKey = "large/archive.tar";

    /// <summary>Keys that begin with this are of objects of <see cref="FileSize"/> bytes.</summary>
    public const string FilePrefix = "files/";

    public const int KeyCount = 1000;
    public const int SmallSize = 1024;
    public const int FileSize = 16 * 1024;
    public const int PartSize = 8 * 1024 * 1024;
    public const int PartCount = 64;
    public const int PartsAtOnce = 8;

    public static readonly byte[] SmallContent = [.. Enumerable.Range(0, SmallSize).Select(i => (byte)i)];

    public static readonly string[] Keys = [.. Enumerable.Range(0, KeyCount).Select(i => $"photos/2026/08/{i:D6}/original-image.jpeg")];

    private static readonly Lazy<byte[]> Part = new(() =>
    {
        byte[] part = new byte[PartSize];
        new Random(42).NextBytes(part);
        return part;
    });

    /// <summary>The content of every part.</summary>
    public static byte[] PartContent => Part.Value;
}

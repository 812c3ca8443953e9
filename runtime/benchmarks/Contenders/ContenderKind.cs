using System.Diagnostics;
using System.Reflection;

namespace S3Gen.Benchmarks.Contenders;

/// <summary>The contenders; the first is the one that all others are compared with.</summary>
internal enum ContenderKind
{
    Floor,
    S3Gen,
    Aws,
    Minio,
}

internal static class ContenderKinds
{
    public static readonly ContenderKind[] All = Enum.GetValues<ContenderKind>();

    public static IContender Create(this ContenderKind kind, Uri endpoint) => kind switch
    {
        ContenderKind.Floor => new FloorContender(endpoint),
        ContenderKind.S3Gen => new S3GenContender(endpoint),
        ContenderKind.Aws => new AwsContender(endpoint),
        _ => new MinioContender(endpoint),
    };

    public static string Name(this ContenderKind kind) => kind switch
    {
        ContenderKind.Floor => "bare HttpClient",
        ContenderKind.S3Gen => "S3Gen",
        ContenderKind.Aws => "AWSSDK.S3",
        _ => "Minio",
    };

    /// <summary>The name with the package's version.</summary>
    public static string NameAndVersion(this ContenderKind kind) => kind switch
    {
        ContenderKind.Floor => "bare HttpClient of " + System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription,
        ContenderKind.S3Gen => "S3Gen " + InformationalVersion(typeof(S3Client).Assembly),
        ContenderKind.Aws => $"AWSSDK.S3 {FileVersion(typeof(Amazon.S3.AmazonS3Client).Assembly)} on AWSSDK.Core {FileVersion(typeof(Amazon.AWSConfigs).Assembly)}",
        _ => "Minio " + InformationalVersion(typeof(global::Minio.MinioClient).Assembly),
    };

    private static string InformationalVersion(Assembly assembly) =>
        assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    private static string? FileVersion(Assembly assembly) => FileVersionInfo.GetVersionInfo(assembly.Location).FileVersion;
}

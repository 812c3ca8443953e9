using S3Gen.Generator.Emitting;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Emitting;

/// <summary>
/// The code that people see when they press F12, approved by eye. After a wanted change, run the tests once with S3GEN_APPROVE=1 and
/// read the diff of the snapshots; CI refuses that variable.
/// </summary>
public sealed class SnapshotTests
{
    private static readonly string Folder = Path.Combine(Models.Root, "generator", "S3Gen.Generator.Tests", "Snapshots");

    private static readonly Lazy<IReadOnlyDictionary<string, string>> Sources = new(
        () => GeneratorRun.Of(Models.S3, Models.S3Overlay, ("Namespace", "S3Gen"), ("ClientName", "S3Client")).Sources);

    private static readonly Lazy<IReadOnlyDictionary<string, string>> ServerSources = new(
        () => GeneratorRun.Of(Models.S3, Models.S3Overlay, ("Namespace", "S3Gen.Testing.Protocol"), ("ClientName", "S3"), ("Emit", "server")).Sources);

    private static readonly Lazy<IReadOnlyDictionary<string, string>> MockSources = new(
        () => GeneratorRun.Of(Models.S3, Models.S3Overlay, ("Namespace", "S3Gen"), ("ClientName", "S3Client"), ("Operations", "GetObject"), ("Emit", "mock")).Sources);

    [TestCase("S3Client")]
    [TestCase("S3EndpointRules")]
    [TestCase("Operations/PutObject")]
    [TestCase("Operations/GetObject")]
    [TestCase("Operations/HeadBucket")]
    [TestCase("Operations/ListObjectsV2")]
    [TestCase("Operations/ListObjectVersions")]
    [TestCase("Operations/DeleteObjects")]
    [TestCase("Operations/CopyObject")]
    [TestCase("Operations/GetBucketLocation")]
    [TestCase("Operations/SelectObjectContent")]
    [TestCase("Types/Grant")]
    [TestCase("Types/Grantee")]
    [TestCase("Types/LifecycleRule")]
    [TestCase("Types/MetricsFilter")]
    [TestCase("Types/StorageClass")]
    [TestCase("Types/RecordsEvent")]
    [TestCase("Exceptions/InvalidObjectStateException")]
    public void Generated_file_is_as_approved(string file)
    {
        AssertApproved(Sources.Value[$"S3Gen.S3Client/{file}.g.cs"], file);
    }

    [TestCase("S3Routes")]
    [TestCase("Operations/GetBucketLocation")]
    [TestCase("Operations/GetObjectAttributes")]
    [TestCase("Operations/PutBucketCors")]
    [TestCase("Operations/SelectObjectContent")]
    [TestCase("Types/CORSRule")]
    [TestCase("Types/ExpirationStatus")]
    public void Generated_file_of_the_servers_end_is_as_approved(string file) =>
        AssertApproved(ServerSources.Value[$"S3Gen.Testing.Protocol.S3/{file}.g.cs"], "Server/" + file);

    [Test]
    public void Generated_double_of_one_operation_is_as_approved() => AssertApproved(MockSources.Value.Single().Value, "Mock/GetObject");

    private static void AssertApproved(string generated, string file)
    {
        string source = WithoutVersion(generated);
        string path = Path.Combine(Folder, file.Replace('/', '.') + ".txt");
        if (Environment.GetEnvironmentVariable("S3GEN_APPROVE") == "1")
        {
            Assert.That(Environment.GetEnvironmentVariable("CI"), Is.Null.Or.Empty, "CI approves nothing");
            File.WriteAllText(path, source);
        }

        Assert.That(source, Is.EqualTo(File.ReadAllText(path)));
    }

    [Test]
    public void Generated_types_bear_the_version_of_the_package() =>
        Assert.That(Sources.Value["S3Gen.S3Client/Types/Grant.g.cs"], Does.Contain($"[GeneratedCode(\"S3Gen\", \"{TemplateRenderer.GeneratorVersion}\")]"));

    // A release changes no snapshot.
    private static string WithoutVersion(string source) => source
        .Replace($"S3Gen {TemplateRenderer.GeneratorVersion} made", "S3Gen 1.0 made", StringComparison.Ordinal)
        .Replace($"(\"S3Gen\", \"{TemplateRenderer.GeneratorVersion}\")", "(\"S3Gen\", \"1.0\")", StringComparison.Ordinal);
}

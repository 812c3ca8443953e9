using S3Gen.Conformance.Suites.Checksums;
using S3Gen.Conformance.Suites.Endpoints;
using S3Gen.Conformance.Suites.EventStreams;
using S3Gen.Conformance.Suites.Presign;
using S3Gen.Conformance.Suites.Protocol;
using S3Gen.Conformance.Suites.SigV4;
using S3Gen.ModelCases.Model;

namespace S3Gen.Conformance.Suites;

/// <summary>All suites there are.</summary>
internal static class SuiteCatalog
{
    private static readonly Lazy<ServiceModel> Model = new(ModelFiles.LoadS3);

    public static IReadOnlyList<ISuite> All { get; } =
    [
        new RequestsSuite(Model),
        new ResponsesSuite(Model),
        new ErrorsSuite(Model),
        new SigV4Suite(),
        new SigV4aSuite(),
        new PresignSuite(Model),
        new ProtocolSuite(),
        new EndpointsSuite(),
        new EventStreamSuite(Model),
        new ChecksumsSuite(),
    ];

    public static ISuite? Find(string name) => All.FirstOrDefault(suite => suite.Name == name);
}

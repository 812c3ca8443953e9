using S3Gen.Conformance.Running;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.TypedValues;
using S3Gen.OtherServices.RestXml;
using S3Gen.OtherServices.RestXmlNamespace;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.Protocol;

/// <summary>A service of the protocol tests with the client that was generated for it.</summary>
/// <param name="Types">Where the client's types are.</param>
/// <param name="Create">Makes a client.</param>
internal sealed record ProtocolService(GeneratedTypes Types, Func<ClientSetup, IHttpTransport, object> Create)
{
    private static readonly StaticCredentialProvider TestCredentials = new(new Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));

    /// <summary>What idempotency tokens are that the client makes itself.</summary>
    private static readonly Guid TestToken = new("00000000-0000-4000-8000-000000000000");

    /// <summary>The small model of S3 has no endpoint rules: its cases are run by the client of all of S3, whose operations are the same.</summary>
    private static readonly Dictionary<string, ProtocolService> Services = new(StringComparer.Ordinal)
    {
        ["aws.protocoltests.restxml#RestXml"] = new(TypesOf<RestXmlProtocolClient>(), CreateRestXml),
        ["aws.protocoltests.restxml.xmlns#RestXmlWithNamespace"] = new(TypesOf<RestXmlProtocolNamespaceClient>(), CreateRestXmlNamespace),
        ["com.amazonaws.s3#AmazonS3"] = new(S3Clients.Types, CreateS3),
    };

    /// <exception cref="UsageException">No client was generated for the service.</exception>
    public static ProtocolService Find(string id) =>
        Services.TryGetValue(id, out ProtocolService? service)
            ? service
            : throw new UsageException($"There is no client of the service '{id}', only of {string.Join(", ", Services.Keys)}.");

    private static GeneratedTypes TypesOf<TClient>() => new(typeof(TClient).Assembly, typeof(TClient).Namespace!);

    private static RestXmlProtocolClient CreateRestXml(ClientSetup setup, IHttpTransport transport) => new(new RestXmlProtocolClientOptions
    {
        Region = setup.Region, EndpointUrl = setup.Endpoint, Credentials = TestCredentials, MaxRetries = 0, Transport = transport, NewGuid = () => TestToken,
    });

    private static RestXmlProtocolNamespaceClient CreateRestXmlNamespace(ClientSetup setup, IHttpTransport transport) => new(new RestXmlProtocolNamespaceClientOptions
    {
        Region = setup.Region, EndpointUrl = setup.Endpoint, Credentials = TestCredentials, MaxRetries = 0, Transport = transport, NewGuid = () => TestToken,
    });

    private static S3Client CreateS3(ClientSetup setup, IHttpTransport transport) => new(new S3ClientOptions
    {
        Region = setup.Region,
        ForcePathStyle = setup.ForcePathStyle,
        UseDualStack = setup.UseDualStack,
        UseAccelerate = setup.UseAccelerate,
        UseFips = false,
        Credentials = TestCredentials,
        MaxRetries = 0,
        Transport = transport,
        NewGuid = () => TestToken,
    });
}

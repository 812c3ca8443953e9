using System.Reflection;
using S3Gen.Conformance.Running;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.TypedValues;
using S3Gen.OtherServices.Control;

namespace S3Gen.Conformance.Suites.Endpoints;

/// <summary>A service whose endpoint rules were compiled: its client's types, its model, and its rules, which are internal to its assembly.</summary>
internal sealed class EndpointService
{
    private static readonly Dictionary<string, EndpointService> Services = new(StringComparer.Ordinal)
    {
        ["com.amazonaws.s3#AmazonS3"] = new(typeof(S3Client), typeof(S3ClientOptions), "S3", ModelFiles.LoadS3),
        ["com.amazonaws.s3control#AWSS3ControlServiceV20180820"] = new(typeof(S3ControlClient), typeof(S3ControlClientOptions), "S3Control", LoadControl),
    };

    private readonly Lazy<ServiceModel> _model;

    private EndpointService(Type client, Type options, string prefix, Func<ServiceModel> load)
    {
        _model = new Lazy<ServiceModel>(load);
        Prefix = prefix;
        Client = client;
        Options = options;
        Types = new GeneratedTypes(client.Assembly, client.Namespace!);
        Parameters = Types.Find(prefix + "EndpointParameters");
        Decide = Types.Find(prefix + "EndpointRules").GetMethod("Decide", BindingFlags.Static | BindingFlags.NonPublic)!;
    }

    /// <summary>What the names of the client's own types begin with.</summary>
    public string Prefix { get; }

    public Type Client { get; }

    public Type Options { get; }

    public GeneratedTypes Types { get; }

    public ServiceModel Model => _model.Value;

    /// <summary>The struct of the rules' parameters.</summary>
    public Type Parameters { get; }

    /// <summary>The method that decides, given that struct.</summary>
    public MethodInfo Decide { get; }

    /// <exception cref="UsageException">No client was generated for the service.</exception>
    public static EndpointService Find(string id) =>
        Services.TryGetValue(id, out EndpointService? service)
            ? service
            : throw new UsageException($"There is no client of the service '{id}', only of {string.Join(", ", Services.Keys)}.");

    private static ServiceModel LoadControl() => ModelFiles.Load(Path.Combine(AppContext.BaseDirectory, "Data", "models", "s3-control.json"));
}

using BenchmarkDotNet.Attributes;
using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Endpoints;

namespace S3Gen.Benchmarks.Micro;

/// <summary>Finding the endpoint of a bucket: one that is known, which has to cost no memory, and one that the rules decide on.</summary>
[MemoryDiagnoser]
public class EndpointBenchmarks
{
    private readonly EndpointCache _cache = new(S3Service.Info, new ClientSettings(S3Service.Info, new S3ClientOptions { Region = "eu-central-1" }));

    private readonly EndpointParameters _parameters = new()
    {
        Region = "eu-central-1", EndpointPrefix = "s3", SigningName = "s3", Bucket = "photos", Inputs = Inputs("photos"),
    };

    [Benchmark(Baseline = true)]
    public Endpoint Known() => _cache.Resolve("photos", Inputs("photos"));

    [Benchmark]
    public Endpoint Decided() => S3EndpointRules.Instance.Resolve(_parameters);

    private static EndpointInputs Inputs(string bucket)
    {
        EndpointInputs inputs = default;
        inputs.SetText(S3EndpointRules.BucketSlot, bucket);
        return inputs;
    }
}

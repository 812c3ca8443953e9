using System.Reflection;
using S3Gen.Conformance.Cases;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;
using S3Gen.Runtime;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Endpoints;

namespace S3Gen.Conformance.Suites.Endpoints;

/// <summary>
/// A bucket's name that the rules put into a path and the client refuses all the same, as no bucket ever had it ("bucket name"). The
/// refusal has to name the member; the rest of the case is held against what the client's configuration and that bucket resolve to.
/// </summary>
internal sealed class RefusedBucket(EndpointService service, OperationShape operation, string bucket)
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.NonPublic;

    /// <summary>The refused bucket of an input; null where it was refused for something else.</summary>
    public static RefusedBucket? Find(EndpointService service, OperationShape operation, StructureValue input, ArgumentException refusal)
    {
        bool isBucket = refusal is not EndpointRuleException && refusal.Message.StartsWith($"{operation.Name}Request.Bucket ", StringComparison.Ordinal);
        return isBucket && operation.Input.FindMember("Bucket") is { } member && member.Target.Traits.Has(Traits.BucketName)
            && input[member.Name] is TextValue { Text: var bucket } && !bucket.StartsWith("arn:", StringComparison.Ordinal)
            ? new RefusedBucket(service, operation, bucket)
            : null;
    }

    public IReadOnlyList<string> Compare(ClientOptions options, Expectation expected)
    {
        ServiceInfo info = (ServiceInfo)service.Types.Find(service.Prefix + "Service").GetField("Info", Static)!.GetValue(null)!;
        int slot = (int)service.Decide.DeclaringType!.GetField("BucketSlot", Static)!.GetRawConstantValue()!;
        EndpointInputs inputs = default;
        inputs.SetText(slot, bucket);
        try
        {
            Endpoint found = new EndpointCache(info, new ClientSettings(info, options)).Resolve(bucket, inputs);
            return expected.Error is { } due ? [$"{operation.Name}: expected the error '{due}', got '{found}'"] : expected.Compare(found);
        }
        catch (EndpointRuleException exception)
        {
            List<string> differences = [];
            Differences.Add(differences, "error", expected.Error, exception.Message);
            return differences;
        }
    }
}

using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Configuration;
using S3Gen.Runtime.Endpoints;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Endpoints;

public sealed class EndpointCacheTests
{
    [Test]
    public void Inputs_that_differ_have_endpoints_of_their_own()
    {
        EndpointCache cache = Create(out CountingResolver resolver);
        EndpointInputs text = default;
        text.SetText(0, "account");
        EndpointInputs switchOn = default;
        switchOn.SetSwitch(3, true);
        EndpointInputs switchOff = default;
        switchOff.SetSwitch(3, false);

        foreach (EndpointInputs inputs in new[] { default, text, switchOn, switchOff, text, switchOn, switchOff, default })
        {
            cache.Resolve("bucket", inputs);
        }

        Assert.That(resolver.Count, Is.EqualTo(4));
    }

    [Test]
    public void Inputs_that_cannot_be_compared_cheaply_are_resolved_each_time()
    {
        EndpointCache cache = Create(out CountingResolver resolver);
        EndpointInputs list = default;
        list.SetList(0, ["a"]);
        EndpointInputs fifth = default;
        fifth.SetText(4, "a");

        foreach (EndpointInputs inputs in new[] { list, list, fifth, fifth })
        {
            cache.Resolve("bucket", inputs);
        }

        Assert.That(resolver.Count, Is.EqualTo(4));
    }

    [Test]
    public void An_endpoint_that_is_known_costs_no_memory()
    {
        EndpointCache cache = Create(out _);
        EndpointInputs inputs = default;
        inputs.SetText(0, "bucket");
        cache.Resolve("bucket", inputs);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            cache.Resolve("bucket", inputs);
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }

    [Test]
    public void Inputs_are_read_back_from_their_slots()
    {
        EndpointInputs inputs = default;
        inputs.SetText(1, "one");
        inputs.SetText(6, "six");
        inputs.SetSwitch(63, false);
        inputs.SetList(2, ["x"]);

        Assert.That((inputs.Text(0), inputs.Text(1), inputs.Text(5), inputs.Text(6), inputs.Text(9)), Is.EqualTo(((string?)null, "one", (string?)null, "six", (string?)null)));
        Assert.That((inputs.Switch(62), inputs.Switch(63)), Is.EqualTo(((bool?)null, false)));
        Assert.That(inputs.List(2), Is.EqualTo(new[] { "x" }));
        Assert.That(inputs.List(0), Is.Null);
    }

    private static EndpointCache Create(out CountingResolver resolver)
    {
        resolver = new CountingResolver();
        return new EndpointCache(
            TestOperation.S3, new ClientSettings(TestOperation.S3, new ClientOptions { EndpointResolver = resolver, Environment = new FakeEnvironment() }));
    }

    private sealed class CountingResolver : IEndpointResolver
    {
        public int Count { get; private set; }

        public Endpoint Resolve(in EndpointParameters parameters)
        {
            Count++;
            return DefaultEndpointResolver.Instance.Resolve(parameters);
        }
    }
}

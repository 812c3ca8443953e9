using System.ComponentModel;
using S3Gen.Runtime;

namespace S3Gen.Testing;

/// <summary>Options of a client's double.</summary>
public sealed class MockOptions
{
    /// <summary>What becomes of a call that nothing was set up for. Default: <see cref="MockBehavior.Strict"/>.</summary>
    public MockBehavior Behavior { get; init; }

    /// <summary>The clock of delays and of recorded times. Default: the system's.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>How many bytes of each request's body are kept; all are read and counted. Default: 16 MiB.</summary>
    public int MaxKeptBody { get; init; } = 16 * 1024 * 1024;

    /// <summary>Options of the client that makes presigned URLs for a double: keys that are none, a host that cannot exist.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public ClientOptions CreatePresignerOptions() => new()
    {
        Region = "us-east-1",
        EndpointUrl = new Uri("https://mock.invalid"),
        ForcePathStyle = true,
        UseDualStack = false,
        UseFips = false,
        Credentials = new StaticCredentialProvider("MOCKACCESSKEY", "not a secret"),
        Transport = new MockHttpTransport(),
        TimeProvider = TimeProvider,
    };
}

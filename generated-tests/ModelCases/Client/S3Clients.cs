using S3Gen.ModelCases.TypedValues;
using S3Gen.Runtime;

namespace S3Gen.ModelCases.Client;

/// <summary>Makes S3 clients for tests: path style, fixed credentials, nothing taken from the environment.</summary>
public static class S3Clients
{
    private static readonly StaticCredentialProvider TestCredentials = new(new Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));

    /// <summary>Where types of shapes are found.</summary>
    public static GeneratedTypes Types { get; } = new(typeof(S3Client).Assembly, nameof(S3Gen));

    /// <summary>A client that sends to <paramref name="endpoint"/>, through <paramref name="transport"/> or else its own connections.</summary>
    public static S3Client Create(Uri endpoint, IHttpTransport? transport = null, int maxRetries = 0) => new(new S3ClientOptions
    {
        Region = "us-east-1",
        EndpointUrl = endpoint,
        ForcePathStyle = true,
        UseDualStack = false,
        UseFips = false,
        Credentials = TestCredentials,
        AllowCustomerKeysOverHttp = true,
        MaxRetries = maxRetries,
        InitialBackoff = TimeSpan.FromMilliseconds(1),
        ThrottlingBackoff = TimeSpan.FromMilliseconds(1),
        Transport = transport,
    });

    /// <summary>A client of AWS itself, which the endpoint rules tell where to send to.</summary>
    public static S3Client CreateForAws(string region, IHttpTransport transport, TimeProvider timeProvider) => new(new S3ClientOptions
    {
        Region = region,
        ForcePathStyle = true,
        UseDualStack = false,
        UseFips = false,
        UseAccelerate = false,
        DisableS3ExpressSessionAuth = true,
        Credentials = TestCredentials,
        MaxRetries = 0,
        Transport = transport,
        TimeProvider = timeProvider,
    });
}

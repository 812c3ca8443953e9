namespace S3Gen.Runtime;

/// <summary>Options for usual places to run in, to be the <see cref="ClientOptions.BasedOn"/> of a client's options.</summary>
public static partial class ClientPresets
{
    /// <summary>
    /// A store on the developer's machine, such as LocalStack: bucket in the path, the keys <c>test</c> and <c>test</c>, 
    /// certificates that nobody verifies, and encryption keys over http.
    /// </summary>
    /// <param name="endpoint">Where it answers. Default <c>http://localhost:4566</c>.</param>
    public static ClientOptions LocalDevelopment(Uri? endpoint = null) => new()
    {
        EndpointUrl = endpoint ?? new Uri("http://localhost:4566"),
        Region = "us-east-1",
        ForcePathStyle = true,
        VerifyCertificates = false,
        AllowCustomerKeysOverHttp = true,
        Credentials = new StaticCredentialProvider("test", "test"),
        UseInstanceMetadata = false,
    };

    /// <summary>
    /// AWS Lambda: region and keys from the function's variables, connections that are not kept, as a frozen function would find
    /// them dead, and limits far below those of a function: 2 s to connect, 10 s without progress, 25 s for an operation.
    /// </summary>
    public static ClientOptions Lambda() => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(2),
        ReadTimeout = TimeSpan.FromSeconds(10),
        OperationTimeout = TimeSpan.FromSeconds(25),
        KeepAlive = false,
        UseInstanceMetadata = false,
    };
}

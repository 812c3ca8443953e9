namespace S3Gen.Runtime;

/// <summary>
/// Options for stores that speak S3's protocol, to be the <see cref="ClientOptions.BasedOn"/> of a client's options. They send
/// nothing that the store refuses: checksums only where they are required, the bucket in the path, and a region that it accepts.
/// </summary>
public static class S3Compatibility
{
    /// <summary>Cloudflare R2.</summary>
    /// <param name="accountId">The account's id, 32 hexadecimal digits; with a jurisdiction <c>id.eu</c>.</param>
    /// <param name="credentials">The keys of an R2 API token. Default: the chain of the environment.</param>
    /// <seealso href="https://developers.cloudflare.com/r2/api/s3/api/"/>
    public static ClientOptions CloudflareR2(string accountId, Credentials? credentials = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(accountId);
        return Create(new Uri($"https://{accountId}.r2.cloudflarestorage.com"), "auto", credentials);
    }

    /// <summary>Google Cloud Storage by its XML API.</summary>
    /// <param name="credentials">An HMAC key. Default: the chain of the environment.</param>
    /// <seealso href="https://cloud.google.com/storage/docs/interoperability"/>
    public static ClientOptions GoogleCloudStorage(Credentials? credentials = null) =>
        Create(new Uri("https://storage.googleapis.com"), "auto", credentials, ChunkedEncoding.Never);

    /// <summary>Backblaze B2.</summary>
    /// <param name="region">The bucket's region, e.g. <c>us-west-004</c>.</param>
    /// <param name="credentials">An application key. Default: the chain of the environment.</param>
    /// <seealso href="https://www.backblaze.com/docs/cloud-storage-s3-compatible-api"/>
    public static ClientOptions BackblazeB2(string region, Credentials? credentials = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(region);
        return Create(new Uri($"https://s3.{region}.backblazeb2.com"), region, credentials);
    }

    /// <summary>MinIO.</summary>
    /// <param name="endpoint">Where it answers, e.g. <c>http://localhost:9000</c>.</param>
    /// <param name="credentials">The keys. Default: the chain of the environment.</param>
    /// <param name="region">The region that the server was given, if any. Default <c>us-east-1</c>, which it takes otherwise.</param>
    public static ClientOptions MinIO(Uri endpoint, Credentials? credentials = null, string region = "us-east-1") => Create(endpoint, region, credentials);

    /// <summary>Ceph Object Gateway (RGW).</summary>
    /// <param name="endpoint">Where it answers.</param>
    /// <param name="credentials">The keys of a user. Default: the chain of the environment.</param>
    /// <param name="region">The API name of the zone group. Default <c>default</c>.</param>
    /// <seealso href="https://docs.ceph.com/en/latest/radosgw/s3/"/>
    public static ClientOptions Ceph(Uri endpoint, Credentials? credentials = null, string region = "default") => Create(endpoint, region, credentials);

    private static ClientOptions Create(Uri endpoint, string region, Credentials? credentials, ChunkedEncoding? chunks = null)
    {
        ArgumentNullException.ThrowIfNull(endpoint);
        return new ClientOptions
        {
            EndpointUrl = endpoint,
            Region = region,
            ForcePathStyle = true,
            Credentials = credentials is null ? null : new StaticCredentialProvider(credentials),
            ChunkedEncoding = chunks,
            RequestChecksumCalculation = ChecksumPolicy.WhenRequired,
            ResponseChecksumValidation = ChecksumPolicy.WhenRequired,
            UseInstanceMetadata = false,
        };
    }
}

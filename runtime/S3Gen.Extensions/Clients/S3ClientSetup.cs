using Microsoft.Extensions.Configuration;

namespace S3Gen.Extensions;

/// <summary>What a client in a container is made of.</summary>
internal sealed class S3ClientSetup
{
    internal IConfiguration? Configuration { get; set; }

    internal Func<IServiceProvider, S3ClientOptions>? CreateOptions { get; set; }
}

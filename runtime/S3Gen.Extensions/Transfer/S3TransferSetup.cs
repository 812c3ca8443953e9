using Microsoft.Extensions.Configuration;

namespace S3Gen.Extensions;

/// <summary>What a transfer manager in a container is made of.</summary>
internal sealed class S3TransferSetup
{
    internal IConfiguration? Configuration { get; set; }

    internal Func<IServiceProvider, S3TransferOptions>? CreateOptions { get; set; }
}

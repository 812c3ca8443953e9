using S3Gen.Runtime.CodeGen;

namespace S3Gen;

public sealed partial class S3Client
{
    /// <summary>What the client's settings say of transfers in parts.</summary>
    internal TransferDefaults TransferDefaults => _pipeline.Transfers;
}

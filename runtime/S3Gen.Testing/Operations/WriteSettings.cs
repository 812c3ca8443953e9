using S3Gen.Testing.Operations.Encrypting;
using S3Gen.Testing.Operations.Locking;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations;

/// <summary>How a write asks to have its object protected.</summary>
internal static class WriteSettings
{
    internal static ObjectSettings Read(S3Call call, Bucket bucket, S3TestServerOptions options) => new()
    {
        Encryption = EncryptionHeaders.Read(call, bucket),
        Lock = LockHeaders.Read(call, bucket, options.TimeProvider.GetUtcNow()),
        Access = AccessLists.OfHeaders(call, bucket) ?? AccessList.Private,
    };
}

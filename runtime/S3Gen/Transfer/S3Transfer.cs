using S3Gen.Runtime.CodeGen;
using S3Gen.Transfer.Flow;
using S3Gen.Transfer.Planning;

namespace S3Gen;

/// <summary>
/// Moves objects of any size over a client: in parts that are sent and received at the same time and tried again one by one, with
/// memory that is bounded by the size of a part and their number, and so that nothing half-done is left behind or taken for whole.
/// It is safe to share between threads; what is set for concurrency and bandwidth counts for all transfers of one
/// <see cref="S3Transfer"/> together. It does not dispose the client.
/// </summary>
/// <remarks>
/// A single failed request passes its own exception on (<see cref="S3Exception"/> and others). Where something remains that somebody has to
/// know of, or the transfer itself refuses something, it is a <see cref="TransferException"/>. Uploads that die with their process leave
/// parts at S3: a lifecycle rule with AbortIncompleteMultipartUpload frees them.
/// </remarks>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/mpuoverview.html"/>
public sealed partial class S3Transfer
{
    private readonly TransferCore _core;

    /// <summary>Makes a transfer manager over a client.</summary>
    /// <param name="client">The client that sends the requests.</param>
    /// <param name="options">How to transfer; null takes all from the client.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public S3Transfer(IS3Client client, S3TransferOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        TransferDefaults defaults = client is S3Client own ? own.TransferDefaults : new TransferDefaults();
        _core = new TransferCore(client, new TransferSettings(options ?? new S3TransferOptions(), defaults));
    }
}

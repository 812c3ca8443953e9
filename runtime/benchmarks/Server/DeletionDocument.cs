using System.Text;
using S3Gen.Benchmarks.Compare;

namespace S3Gen.Benchmarks.Server;

/// <summary>The answer to the deletion of 1,000 keys, which names each unless the request was quiet.</summary>
internal static class DeletionDocument
{
    private const string Start = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<DeleteResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\">";
    private const string End = "</DeleteResult>";

    public static readonly byte[] Quiet = Encoding.UTF8.GetBytes(Start + End);

    public static readonly byte[] Utf8 = Encoding.UTF8.GetBytes(
        Start + string.Concat(Workload.Keys.Select(key => $"<Deleted><Key>{key}</Key></Deleted>")) + End);
}

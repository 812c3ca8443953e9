using System.Globalization;
using System.Text;
using S3Gen.Benchmarks.Compare;

namespace S3Gen.Benchmarks.Server;

/// <summary>A listing of 1,000 keys as S3 sends it.</summary>
internal static class ListingDocument
{
    public static readonly byte[] Utf8 = Write();

    private static byte[] Write()
    {
        StringBuilder text = new("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<ListBucketResult xmlns=\"http://s3.amazonaws.com/doc/2006-03-01/\"><Name>bucket</Name><Prefix></Prefix><KeyCount>1000</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>");
        for (int i = 0; i < Workload.KeyCount; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"<Contents><Key>{Workload.Keys[i]}</Key><LastModified>2026-08-03T10:{i % 60:D2}:12.000Z</LastModified><ETag>&quot;{i:x32}&quot;</ETag><Size>{i * 7919L}</Size><StorageClass>STANDARD</StorageClass></Contents>");
        }

        return Encoding.UTF8.GetBytes(text.Append("</ListBucketResult>").ToString());
    }
}

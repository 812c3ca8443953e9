using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>Buckets themselves: finding, removing and listing them.</summary>
internal sealed class BucketOperations(ObjectStore store, S3TestServerOptions options)
{
    private const int MaxBuckets = 10_000;

    // us-east-1 has no location constraint: the element is empty there, and must be absent in a request.
    private const string NamelessRegion = "us-east-1";

    internal Task HeadAsync(S3Call call)
    {
        store.Bucket(call.Bucket);
        call.SetHeader("x-amz-bucket-region", options.Region);
        call.SetHeader("Content-Type", "application/xml");
        return call.EmptyAsync(200);
    }

    internal Task DeleteAsync(S3Call call)
    {
        store.DeleteBucket(call.Bucket);
        return call.EmptyAsync(204);
    }

    internal Task ListAsync(S3Call call)
    {
        string? prefix = call.Query.NonEmpty("prefix");
        string after = ContinuationToken.Decode(call.Query.NonEmpty("continuation-token"));
        int max = call.QueryNumber("max-buckets", MaxBuckets, int.MaxValue);
        if (max is 0 or > MaxBuckets)
        {
            throw Faults.InvalidArgument("Argument max-buckets must be an integer between 1 and 10000", "max-buckets", call.Query["max-buckets"] ?? "");
        }
        bool isElsewhere = call.Query.NonEmpty("bucket-region") is { } region && region != options.Region;
        List<Bucket> found = [.. store.Buckets()
            .Where(bucket => !isElsewhere && !DirectoryBucketName.Matches(bucket.Name) && bucket.Name.StartsWith(prefix ?? "", StringComparison.Ordinal) && Utf8Order.Instance.Compare(bucket.Name, after) > 0)
            .Take(max + 1)];
        bool isTruncated = found.Count > max;
        List<Bucket> page = isTruncated ? found[..max] : found;
        return call.WriteXmlAsync("ListAllMyBucketsResult", xml =>
        {
            Account.WriteAs(xml, "Owner");
            xml.Parent("Buckets", () =>
            {
                foreach (Bucket bucket in page)
                {
                    xml.Parent("Bucket", () =>
                    {
                        xml.Element("Name", bucket.Name);
                        xml.Element("CreationDate", bucket.Created);
                        xml.Element("BucketRegion", options.Region);
                    });
                }
            });
            xml.OptionalElement("ContinuationToken", isTruncated && page.Count > 0 ? ContinuationToken.Encode(page[^1].Name) : null);
            xml.OptionalElement("Prefix", prefix);
        });
    }

    internal Task GetLocationAsync(S3Call call)
    {
        store.Bucket(call.Bucket);
        return call.WriteXmlAsync("LocationConstraint", xml => xml.WriteString(options.Region == NamelessRegion ? "" : options.Region));
    }
}

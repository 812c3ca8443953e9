using System.Text.RegularExpressions;
using System.Xml.Linq;
using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Operations;

/// <summary>Buckets themselves: making, finding, removing and listing them.</summary>
internal sealed partial class BucketOperations(ObjectStore store, S3TestServerOptions options)
{
    private const int MaxBuckets = 10_000;

    // us-east-1 has no location constraint: the element is empty there, and must be absent in a request.
    private const string NamelessRegion = "us-east-1";

    internal Task CreateAsync(S3Call call)
    {
        bool isDirectory = DirectoryBucketName.Matches(call.Bucket);
        if (!isDirectory && !IsValidName(call.Bucket))
        {
            throw Faults.InvalidBucketName(call.Bucket);
        }
        if (call.Document.Length > 0)
        {
            XElement configuration = call.ReadXml("CreateBucketConfiguration");
            if (isDirectory)
            {
                VerifyDirectoryConfiguration(configuration);
            }
            else
            {
                VerifyConfiguration(configuration);
            }
        }
        else if (isDirectory)
        {
            throw Faults.InvalidRequest("A directory bucket needs a configuration of its location and type.");
        }
        store.CreateBucket(call.Bucket, ServerClock.Now(options));
        call.SetHeader("Location", "/" + call.Bucket);
        return call.EmptyAsync(200);
    }

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
        int max = call.QueryNumber("max-buckets", MaxBuckets, MaxBuckets);
        List<Bucket> found = [.. store.Buckets()
            .Where(bucket => !DirectoryBucketName.Matches(bucket.Name) && bucket.Name.StartsWith(prefix ?? "", StringComparison.Ordinal) && Utf8Order.Instance.Compare(bucket.Name, after) > 0)
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

    private static void VerifyDirectoryConfiguration(XElement configuration)
    {
        if (configuration.Child("Location")?.Text("Name") is null || configuration.Child("Bucket")?.Text("Type") != "Directory")
        {
            throw Faults.MalformedXml();
        }
    }

    private void VerifyConfiguration(XElement configuration)
    {
        // Tags on creation, or a directory bucket by the name of another, would be a wrong success.
        if (configuration.Elements().FirstOrDefault(static child => child.Name.LocalName != "LocationConstraint") is { } other)
        {
            throw Faults.NotImplemented(other.Name.LocalName);
        }
        string? location = configuration.Text("LocationConstraint");
        if (location is not null && (location != options.Region || location == NamelessRegion))
        {
            throw location == NamelessRegion && options.Region == NamelessRegion
                ? new S3Fault(400, "InvalidLocationConstraint", "The specified location-constraint is not valid").With("LocationConstraint", location)
                : Faults.IllegalLocationConstraint(location);
        }
        if (location is null && options.Region != NamelessRegion)
        {
            throw Faults.IllegalLocationConstraint("unspecified");
        }
    }

    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    private static bool IsValidName(string name) =>
        NamePattern().IsMatch(name)
        && !name.Contains("..", StringComparison.Ordinal)
        && !AddressPattern().IsMatch(name)
        && !ReservedPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal))
        && !ReservedSuffixes.Any(suffix => name.EndsWith(suffix, StringComparison.Ordinal));

    private static readonly string[] ReservedPrefixes = ["xn--", "sthree-", "amzn-s3-demo-"];

    private static readonly string[] ReservedSuffixes = ["-s3alias", "--ol-s3", ".mrap", "--x-s3", "--table-s3"];

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A\d+\.\d+\.\d+\.\d+\z", RegexOptions.CultureInvariant)]
    private static partial Regex AddressPattern();
}

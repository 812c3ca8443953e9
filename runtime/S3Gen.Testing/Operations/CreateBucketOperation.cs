using System.Text;
using S3Gen.Testing.Auth;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Operations.Locking;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using Bucket = S3Gen.Testing.Store.Bucket;
using Tag = S3Gen.Testing.Store.Tag;
using Versioning = S3Gen.Testing.Store.Versioning;

namespace S3Gen.Testing.Operations;

/// <summary>CreateBucket, of general purpose buckets and of directory buckets.</summary>
internal sealed class CreateBucketOperation(ObjectStore store, S3TestServerOptions options)
{
    // us-east-1 has no location constraint: the element is empty there, and must be absent in a request.
    private const string NamelessRegion = "us-east-1";

    internal Task ExecuteAsync(S3Call call)
    {
        CreateBucketRequest request = CreateBucketRequest.Read(call.Input);
        bool isDirectory = DirectoryBucketName.Matches(call.Bucket);
        if (!isDirectory && !BucketName.IsValid(call.Bucket))
        {
            throw Faults.InvalidBucketName(call.Bucket);
        }
        if (isDirectory)
        {
            VerifyDirectory(request.CreateBucketConfiguration);
        }
        else
        {
            VerifyLocation(request.CreateBucketConfiguration);
        }
        Bucket bucket = new(call.Bucket, ServerClock.Now(options)) { Tags = TagsOf(request.CreateBucketConfiguration) };
        SetOwnership(bucket, request.ObjectOwnership?.Value ?? (isDirectory ? "BucketOwnerEnforced" : options.ObjectOwnership));
        bucket.Access = AccessLists.OfHeaders(call, bucket) ?? AccessList.Private;
        if (request.ObjectLockEnabledForBucket == true)
        {
            bucket.Versioning = Versioning.Enabled;
            bucket.SetDocument(Bucket.LockDocument, LockConfiguration.Plain);
        }
        if (!store.TryAdd(bucket))
        {
            MakeAgain(bucket, isDirectory);
        }
        call.SetHeader("Location", "/" + call.Bucket);
        return call.EmptyAsync(200);
    }

    /// <summary>us-east-1 has always let owners make their buckets again, which sets the access list anew; all other regions refuse it.</summary>
    private void MakeAgain(Bucket asked, bool isDirectory)
    {
        if (isDirectory || options.Region != NamelessRegion)
        {
            throw Faults.BucketAlreadyOwnedByYou(asked.Name);
        }
        store.Bucket(asked.Name).Access = asked.Access;
    }

    private static void SetOwnership(Bucket bucket, string ownership)
    {
        byte[] document = Encoding.UTF8.GetBytes($"<OwnershipControls><Rule><ObjectOwnership>{ownership}</ObjectOwnership></Rule></OwnershipControls>");
        if (ownership is not ("ObjectWriter" or "BucketOwnerPreferred" or "BucketOwnerEnforced"))
        {
            throw Faults.InvalidArgument("Invalid x-amz-object-ownership header", "x-amz-object-ownership", ownership);
        }
        bucket.SetDocument("ownershipControls", document);
    }

    private static void VerifyDirectory(CreateBucketConfiguration? configuration)
    {
        if (configuration is null)
        {
            throw Faults.InvalidRequest("A directory bucket needs a configuration of its location and type.");
        }
        if (configuration.Location?.Name is null || configuration.Bucket?.Type?.Value != "Directory")
        {
            throw Faults.MalformedXml();
        }
    }

    private void VerifyLocation(CreateBucketConfiguration? configuration)
    {
        if (configuration?.Location is not null || configuration?.Bucket is not null)
        {
            throw Faults.NotImplemented("Bucket");
        }
        string? location = configuration?.LocationConstraint?.Value;
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

    private static List<Tag> TagsOf(CreateBucketConfiguration? configuration) =>
        TagSet.Validated([.. (configuration?.Tags ?? []).Select(static tag => new Tag(tag.Key ?? "", tag.Value ?? ""))], TagSet.MaxOnBucket);
}

using S3Gen.Testing.Checksums;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Payload;
using S3Gen.Testing.Protocol;
using S3Gen.Testing.Server;
using S3Gen.Testing.Store;
using Bucket = S3Gen.Testing.Store.Bucket;
using ChecksumAlgorithm = S3Gen.Testing.Checksums.ChecksumAlgorithm;
using ObjectVersion = S3Gen.Testing.Store.ObjectVersion;

namespace S3Gen.Testing.Operations;

/// <summary>Annotations of objects: documents under a name, beside the object's own bytes.</summary>
internal sealed class AnnotationOperations(ObjectStore store, S3TestServerOptions options)
{
    private const int MaxAnnotations = 1000;
    private const int MaxName = 512;
    private const int MaxContent = 1024 * 1024;

    internal async Task PutAsync(S3Call call)
    {
        string name = RequireName(call);
        (Bucket bucket, ObjectVersion version) = Target(call);
        ReceivedPayload payload = await call.ReadContentAsync(ChecksumAlgorithm.Crc64Nvme).ConfigureAwait(false);
        if (payload.Content.Length > MaxContent)
        {
            throw PayloadFaults.EntityTooLarge(payload.Content.Length, MaxContent);
        }
        Annotation annotation = new(name, payload.Content.ToArray(), payload.ETag, ServerClock.Now(options), payload.Checksum);
        bucket.Change(version, current =>
        {
            List<Annotation> others = [.. current.Annotations.Where(existing => existing.Name != name)];
            return others.Count < MaxAnnotations
                ? current with { Annotations = [.. others.Append(annotation).OrderBy(static item => item.Name, Utf8Order.Instance)] }
                : throw new S3Fault(400, "AnnotationLimitExceeded", "The object has as many annotations as it can have.");
        });
        AttributeHeaders.WriteChecksum(call, annotation.Checksum);
        await call.AnswerAsync(new PutObjectAnnotationResponse { AnnotationName = name, ObjectVersionId = IdOf(bucket, version), ETag = $"\"{annotation.ETag}\"" })
            .ConfigureAwait(false);
    }

    internal async Task GetAsync(S3Call call)
    {
        (Bucket bucket, ObjectVersion version) = Target(call);
        Annotation annotation = Require(version, RequireName(call));
        if (string.Equals(call.Header("x-amz-checksum-mode"), "ENABLED", StringComparison.OrdinalIgnoreCase))
        {
            AttributeHeaders.WriteChecksum(call, annotation.Checksum);
        }
        using (CallResponse head = new(call))
        {
            new GetObjectAnnotationResponse
            {
                ObjectVersionId = IdOf(bucket, version),
                LastModified = annotation.LastModified,
                ETag = $"\"{annotation.ETag}\"",
                ContentLength = annotation.Content.Length,
            }.Write(head);
        }
        call.SetHeader("Content-Type", "application/octet-stream");
        await call.Response.Body.WriteAsync(annotation.Content, call.Aborted).ConfigureAwait(false);
    }

    internal Task DeleteAsync(S3Call call)
    {
        string name = RequireName(call);
        (Bucket bucket, ObjectVersion version) = Target(call);
        Require(version, name);
        bucket.Change(version, current => current with { Annotations = [.. current.Annotations.Where(existing => existing.Name != name)] });
        return call.AnswerAsync(new DeleteObjectAnnotationResponse { ObjectVersionId = IdOf(bucket, version) });
    }

    internal Task ListAsync(S3Call call)
    {
        ListObjectAnnotationsRequest request = ListObjectAnnotationsRequest.Read(call.Input);
        (Bucket bucket, ObjectVersion version) = Target(call);
        string after = ContinuationToken.Decode(request.ContinuationToken);
        int max = Math.Clamp(request.MaxAnnotationResults ?? MaxAnnotations, 1, MaxAnnotations);
        List<Annotation> rest = [.. version.Annotations.Where(annotation =>
            annotation.Name.StartsWith(request.AnnotationPrefix ?? "", StringComparison.Ordinal) && Utf8Order.Instance.Compare(annotation.Name, after) > 0)];
        List<Annotation> page = [.. rest.Take(max)];
        return call.AnswerAsync(new ListObjectAnnotationsResponse
        {
            Annotations = [.. page.Select(EntryOf)],
            ObjectVersionId = IdOf(bucket, version),
            AnnotationPrefix = request.AnnotationPrefix,
            MaxAnnotationResults = max,
            AnnotationCount = page.Count,
            ContinuationToken = request.ContinuationToken,
            NextContinuationToken = page.Count < rest.Count ? ContinuationToken.Encode(page[^1].Name) : null,
        });
    }

    private (Bucket Bucket, ObjectVersion Version) Target(S3Call call)
    {
        (Bucket bucket, ObjectVersion version) = ObjectTarget.Find(call, store);
        new WriteCondition(call.Header("x-amz-object-if-match"), IfAbsent: false).Check(call.Key, version);
        return (bucket, version);
    }

    private static Annotation Require(ObjectVersion version, string name) => version.Annotations.FirstOrDefault(annotation => annotation.Name == name)
        ?? throw new S3Fault(404, "NoSuchAnnotation", "The specified annotation does not exist.").With("AnnotationName", name);

    private static string RequireName(S3Call call) => call.Query.NonEmpty("annotationName") switch
    {
        null => throw new S3Fault(400, "InvalidAnnotationName", "An annotation needs a name."),
        { Length: > MaxName } => throw new S3Fault(400, "AnnotationNameTooLong", "The name of the annotation is too long."),
        string name => name,
    };

    private static string? IdOf(Bucket bucket, ObjectVersion version) => bucket.Versioning == Versioning.Off ? null : version.VersionId;

    private static AnnotationEntry EntryOf(Annotation annotation) => new()
    {
        AnnotationName = annotation.Name,
        LastModified = annotation.LastModified,
        ETag = $"\"{annotation.ETag}\"",
        ChecksumAlgorithm = annotation.Checksum is { } checksum ? [checksum.Algorithm.Name] : null,
        Size = annotation.Content.Length,
    };
}

using System.Net;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class AnnotationTests : ServerFixture
{
    [Test]
    public async Task Annotations_of_an_object_are_kept_listed_and_removed()
    {
        await ArrangeAsync(Put("k", "body"));
        await ArrangeAsync(Annotation(HttpMethod.Put, "review/2").Body("fine"));
        await ArrangeAsync(Annotation(HttpMethod.Put, "review/1").Body("good"));
        await ArrangeAsync(Annotation(HttpMethod.Put, "other").Body("x"));
        S3Answer listed = await ArrangeAsync(Get("k").Query("annotation").Query("annotation-prefix", "review/"));
        S3Answer read = await ArrangeAsync(Annotation(HttpMethod.Get, "review/1"));
        await ArrangeAsync(Annotation(HttpMethod.Delete, "review/1"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(listed.Elements("AnnotationName"), Is.EqualTo(["review/1", "review/2"]));
            Assert.That(read.Text, Is.EqualTo("good"));
            Assert.That((await SendAsync(Get("k"))).Text, Is.EqualTo("body"));
        }
        AssertError(await SendAsync(Annotation(HttpMethod.Get, "review/1")), 404, "NoSuchAnnotation");
    }

    [Test]
    public async Task Rename_is_of_directory_buckets_alone()
    {
        await ArrangeAsync(Put("k", "body"));
        AssertError(await SendAsync(Put("other").Query("renameObject").Header("x-amz-rename-source", $"{Bucket}/k")), 405, "MethodNotAllowed");
        Assert.That((await SendAsync(Get("k"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private S3Request Annotation(HttpMethod method, string name) => Request(method, $"/{Bucket}/k").Query("annotation").Query("annotationName", name);
}

using System.Net;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class BucketTests : ServerFixture
{
    [Test]
    public async Task Create_bucket_again_sets_its_access_list_anew_in_us_east_1()
    {
        S3Request AccessList() => Request(HttpMethod.Get, "/" + Bucket).Query("acl");
        await ArrangeAsync(Put("k"));
        await ArrangeAsync(Request(HttpMethod.Put, "/" + Bucket).Header("x-amz-acl", "public-read"));
        List<string> asked = (await ArrangeAsync(AccessList())).Elements("Permission");
        await ArrangeAsync(Request(HttpMethod.Put, "/" + Bucket));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked, Is.EqualTo(["FULL_CONTROL", "READ"]));
            Assert.That((await SendAsync(AccessList())).Elements("Permission"), Is.EqualTo(["FULL_CONTROL"]));
            Assert.That((await SendAsync(Get("k"))).Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task Create_bucket_twice_conflicts_elsewhere()
    {
        await using S3TestServer server = await S3TestServer.StartAsync(new S3TestServerOptions { Region = "eu-west-1" });
        S3Request Create() => new S3Request(server, HttpMethod.Put, "/twice")
            .Body("<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>");
        await ArrangeAsync(Create());
        AssertError(await SendAsync(Create()), 409, "BucketAlreadyOwnedByYou");
    }

    [Test]
    public async Task List_buckets_of_another_region_finds_none_and_a_page_of_none_is_refused()
    {
        S3Request List() => Request(HttpMethod.Get, "/");
        Assert.That((await SendAsync(List().Query("bucket-region", "us-east-1"))).Elements("Name"), Is.EqualTo([Bucket]));
        Assert.That((await SendAsync(List().Query("bucket-region", "eu-west-1"))).Elements("Name"), Is.Empty);
        AssertError(await SendAsync(List().Query("max-buckets", "0")), 400, "InvalidArgument");
        AssertError(await SendAsync(List().Query("max-buckets", "10001")), 400, "InvalidArgument");
    }

    [TestCase("ab")]
    [TestCase("UpperCase")]
    [TestCase("a..b")]
    [TestCase("192.168.0.1")]
    [TestCase("-leading")]
    [TestCase("xn--bucket")]
    [TestCase("under_score")]
    public async Task Create_bucket_with_a_bad_name_is_refused(string name) =>
        AssertError(await SendAsync(Request(HttpMethod.Put, "/" + name)), 400, "InvalidBucketName");

    [Test]
    public async Task Head_bucket_names_the_region_and_404_has_no_body()
    {
        S3Answer found = await SendAsync(Request(HttpMethod.Head, "/" + Bucket));
        S3Answer missing = await SendAsync(Request(HttpMethod.Head, "/missing-bucket"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(found.Header("x-amz-bucket-region"), Is.EqualTo("us-east-1"));
            Assert.That(missing.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(missing.Bytes, Is.Empty);
            Assert.That(missing.Header("x-amz-request-id"), Is.Not.Null);
        }
    }

    [Test]
    public async Task Delete_bucket_waits_until_it_is_empty()
    {
        await ArrangeAsync(Put("k"));
        AssertError(await SendAsync(Request(HttpMethod.Delete, "/" + Bucket)), 409, "BucketNotEmpty");
        await ArrangeAsync(Delete("k"));
        Assert.That((await SendAsync(Request(HttpMethod.Delete, "/" + Bucket))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        AssertError(await SendAsync(Put("k")), 404, "NoSuchBucket");
    }

    [Test]
    public async Task List_buckets_pages_by_continuation_token()
    {
        await ArrangeAsync(Request(HttpMethod.Put, "/aaa-bucket"));
        await ArrangeAsync(Request(HttpMethod.Put, "/zzz-bucket"));
        S3Answer first = await SendAsync(Request(HttpMethod.Get, "/").Query("max-buckets", "2"));
        S3Answer second = await SendAsync(Request(HttpMethod.Get, "/").Query("max-buckets", "2").Query("continuation-token", first.Element("ContinuationToken")!));
        S3Answer prefixed = await SendAsync(Request(HttpMethod.Get, "/").Query("prefix", "zzz"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Elements("Name"), Is.EqualTo(["aaa-bucket", Bucket]));
            Assert.That(second.Elements("Name"), Is.EqualTo(["zzz-bucket"]));
            Assert.That(second.Element("ContinuationToken"), Is.Null);
            Assert.That(prefixed.Elements("Name"), Is.EqualTo(["zzz-bucket"]));
        }
    }

    [Test]
    public async Task Get_bucket_location_of_us_east_1_is_empty() =>
        Assert.That((await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("location"))).Element("LocationConstraint"), Is.Empty);

    [Test]
    public async Task Create_bucket_for_another_region_is_refused() =>
        AssertError(
            await SendAsync(Request(HttpMethod.Put, "/other-bucket").Body("<CreateBucketConfiguration><LocationConstraint>eu-west-1</LocationConstraint></CreateBucketConfiguration>")),
            400,
            "IllegalLocationConstraintException");

    [Test]
    public async Task Bucket_tags_are_kept_and_removed()
    {
        S3Request Tagging(HttpMethod method) => Request(method, "/" + Bucket).Query("tagging");
        AssertError(await SendAsync(Tagging(HttpMethod.Get)), 404, "NoSuchTagSet");
        await ArrangeAsync(Tagging(HttpMethod.Put).Body("<Tagging><TagSet><Tag><Key>a</Key><Value>b</Value></Tag></TagSet></Tagging>"));
        Assert.That((await SendAsync(Tagging(HttpMethod.Get))).Elements("Key"), Is.EqualTo(["a"]));
        await ArrangeAsync(Tagging(HttpMethod.Delete));
        AssertError(await SendAsync(Tagging(HttpMethod.Get)), 404, "NoSuchTagSet");
    }

    [TestCase("torrent")]
    [TestCase("restore")]
    public async Task Sub_resource_that_is_not_there_is_no_success(string name)
    {
        S3Answer answer = await SendAsync(Request(HttpMethod.Get, $"/{Bucket}/k").Query(name));
        Assert.That(answer.ErrorCode, Is.EqualTo("NotImplemented").Or.EqualTo("MethodNotAllowed"));
    }

    [Test]
    public async Task Select_is_not_implemented()
    {
        await ArrangeAsync(Put("k", "a,b"));
        AssertError(await SendAsync(Post("k").Query("select").Query("select-type", "2").Body("<SelectObjectContentRequest/>")), 501, "NotImplemented");
    }

    [Test]
    public async Task A_sub_resource_that_the_method_does_not_have_never_reaches_the_object()
    {
        await ArrangeAsync(Put("k", "body"));
        AssertError(await SendAsync(Request(HttpMethod.Delete, $"/{Bucket}/k").Query("acl")), 405, "MethodNotAllowed");
        AssertError(await SendAsync(Put("k", "part").Query("partNumber", "1")), 405, "MethodNotAllowed");
        Assert.That((await SendAsync(Get("k"))).Text, Is.EqualTo("body"));
    }

    [Test]
    public async Task Method_that_s3_has_not_is_not_allowed() =>
        AssertError(await SendAsync(Request(HttpMethod.Patch, $"/{Bucket}/k")), 405, "MethodNotAllowed");

    [TestCase("test-bucket.s3.localhost")]
    [TestCase("test-bucket.localhost:1234")]
    public async Task Virtual_hosted_style_names_the_bucket_in_the_host(string host)
    {
        S3Request put = Request(HttpMethod.Put, "/folder/k").Body("virtual");
        put.Host = host;
        await ArrangeAsync(put);
        Assert.That((await SendAsync(Get("folder/k"))).Text, Is.EqualTo("virtual"));
    }

    [Test]
    public async Task Xml_with_a_dtd_is_malformed() =>
        AssertError(
            await SendAsync(Request(HttpMethod.Put, "/" + Bucket).Query("versioning").Body("<!DOCTYPE x [<!ENTITY e 'Enabled'>]><VersioningConfiguration><Status>&e;</Status></VersioningConfiguration>")),
            400,
            "MalformedXML");
}

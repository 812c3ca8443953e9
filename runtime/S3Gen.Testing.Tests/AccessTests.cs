using System.Net;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

/// <summary>Who may do what without a signature.</summary>
internal sealed class AccessTests : ServerFixture
{
    [Test]
    public async Task Object_that_everybody_may_read_is_read_without_a_signature_and_another_is_not()
    {
        await ArrangeAsync(Put("open", "1").Header("x-amz-acl", "public-read"));
        await ArrangeAsync(Put("closed", "2"));
        Assert.That((await SendAsync(Get("open").Anonymous())).Text, Is.EqualTo("1"));
        AssertError(await SendAsync(Get("closed").Anonymous()), 403, "AccessDenied");
        AssertError(await SendAsync(Put("open", "3").Anonymous()), 403, "AccessDenied");
        AssertError(await SendAsync(Request(HttpMethod.Get, "/").Anonymous()), 403, "AccessDenied");
    }

    [Test]
    public async Task Access_list_of_an_object_is_set_by_name_by_grants_and_by_document()
    {
        await ArrangeAsync(Put("k"));
        await ArrangeAsync(Sub(HttpMethod.Put).Header("x-amz-acl", "public-read"));
        List<string> named = (await ArrangeAsync(Sub(HttpMethod.Get))).Elements("Permission");
        await ArrangeAsync(Sub(HttpMethod.Put).Header("x-amz-grant-read", "uri=\"http://acs.amazonaws.com/groups/global/AllUsers\""));
        S3Answer granted = await ArrangeAsync(Sub(HttpMethod.Get));
        await ArrangeAsync(Sub(HttpMethod.Put).Body(granted.Text));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(named, Is.EqualTo(["FULL_CONTROL", "READ"]));
            Assert.That(granted.Elements("URI"), Is.EqualTo(["http://acs.amazonaws.com/groups/global/AllUsers"]));
            Assert.That((await SendAsync(Sub(HttpMethod.Get))).Elements("Permission"), Is.EqualTo(["READ"]));
        }
    }

    [Test]
    public async Task Bucket_whose_owner_owns_all_objects_refuses_access_lists()
    {
        await ArrangeAsync(Request(HttpMethod.Put, "/enforced-bucket").Header("x-amz-object-ownership", "BucketOwnerEnforced"));
        AssertError(await SendAsync(Request(HttpMethod.Put, "/enforced-bucket/k").Header("x-amz-acl", "public-read")), 400, "AccessControlListNotSupported");
        AssertError(await SendAsync(Request(HttpMethod.Put, "/enforced-bucket").Query("acl").Header("x-amz-acl", "public-read")), 400, "AccessControlListNotSupported");
    }

    [Test]
    public async Task Policy_opens_the_keys_that_it_names()
    {
        await ArrangeAsync(Put("pub/a", "1"));
        await ArrangeAsync(Put("b", "2"));
        string policy = $$"""{"Statement":[{"Effect":"Allow","Principal":{"AWS":"*"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::{{Bucket}}/pub/*"}]}""";
        await ArrangeAsync(Request(HttpMethod.Put, "/" + Bucket).Query("policy").Body(policy));
        Assert.That((await SendAsync(Get("pub/a").Anonymous())).Text, Is.EqualTo("1"));
        AssertError(await SendAsync(Get("b").Anonymous()), 403, "AccessDenied");
    }

    [Test]
    public async Task Blocked_public_access_closes_what_a_list_opens()
    {
        await ArrangeAsync(Put("open", "1").Header("x-amz-acl", "public-read"));
        await ArrangeAsync(Request(HttpMethod.Put, "/" + Bucket).Query("publicAccessBlock").Body(
            "<PublicAccessBlockConfiguration><IgnorePublicAcls>true</IgnorePublicAcls><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>"));
        AssertError(await SendAsync(Get("open").Anonymous()), 403, "AccessDenied");
        AssertError(await SendAsync(Put("more").Header("x-amz-acl", "public-read")), 403, "AccessDenied");
        Assert.That((await SendAsync(Get("open"))).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Who_may_not_list_is_not_told_that_a_key_is_missing()
    {
        await ArrangeAsync(Request(HttpMethod.Put, "/" + Bucket).Query("policy").Body(Policy("s3:GetObject", "/*")));
        AssertError(await SendAsync(Get("missing").Anonymous()), 403, "AccessDenied");
        await ArrangeAsync(Request(HttpMethod.Put, "/" + Bucket).Query("acl").Header("x-amz-acl", "public-read"));
        AssertError(await SendAsync(Get("missing").Anonymous()), 404, "NoSuchKey");
    }

    [Test]
    public async Task Headers_of_an_answer_are_not_chosen_by_those_who_do_not_sign()
    {
        await ArrangeAsync(Put("open", "1").Header("x-amz-acl", "public-read"));
        AssertError(await SendAsync(Get("open").Query("response-content-type", "text/html").Anonymous()), 400, "InvalidRequest");
        Assert.That((await SendAsync(Get("open").Query("response-content-type", "text/html"))).Header("Content-Type"), Is.EqualTo("text/html"));
    }

    [TestCase("uri=\"http://acs.amazonaws.com/groups/global/Nobody\"")]
    [TestCase("id=\"nobody\"")]
    public async Task Grant_to_those_who_cannot_be_is_refused(string grantee)
    {
        await ArrangeAsync(Put("k"));
        AssertError(await SendAsync(Sub(HttpMethod.Put).Header("x-amz-grant-read", grantee)), 400, "InvalidArgument");
        Assert.That((await SendAsync(Sub(HttpMethod.Get))).Elements("Permission"), Is.EqualTo(["FULL_CONTROL"]));
    }

    [Test]
    public async Task Access_list_without_an_owner_is_malformed_and_takes_nobody_s_grants_away()
    {
        await ArrangeAsync(Put("k"));
        AssertError(await SendAsync(Sub(HttpMethod.Put).Body("<AccessControlPolicy/>")), 400, "MalformedACLError");
        Assert.That((await SendAsync(Sub(HttpMethod.Get))).Elements("Permission"), Is.EqualTo(["FULL_CONTROL"]));
    }

    private static string Policy(string action, string resource) =>
        $$"""{"Statement":[{"Effect":"Allow","Principal":"*","Action":"{{action}}","Resource":"arn:aws:s3:::{{Bucket}}{{resource}}"}]}""";

    private S3Request Sub(HttpMethod method) => Request(method, $"/{Bucket}/k").Query("acl");
}

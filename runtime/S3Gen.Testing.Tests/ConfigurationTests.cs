using System.Net;
using System.Xml.Linq;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

/// <summary>Documents of a bucket's configuration come back as they were stored, and only if the model knows them.</summary>
internal sealed class ConfigurationTests : ServerFixture
{
    private static IEnumerable<TestCaseData> Documents() =>
    [
        Case("cors", "<CORSConfiguration><CORSRule><AllowedMethod>GET</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>", "NoSuchCORSConfiguration"),
        Case("lifecycle", "<LifecycleConfiguration><Rule><Expiration><Days>1</Days></Expiration><ID>x</ID><Filter><Prefix>tmp/</Prefix></Filter><Status>Enabled</Status></Rule></LifecycleConfiguration>", "NoSuchLifecycleConfiguration"),
        Case("website", "<WebsiteConfiguration><IndexDocument><Suffix>i.html</Suffix></IndexDocument></WebsiteConfiguration>", "NoSuchWebsiteConfiguration"),
        Case("ownershipControls", "<OwnershipControls><Rule><ObjectOwnership>BucketOwnerPreferred</ObjectOwnership></Rule></OwnershipControls>", "OwnershipControlsNotFoundError"),
        Case("publicAccessBlock", "<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls><IgnorePublicAcls>false</IgnorePublicAcls><BlockPublicPolicy>true</BlockPublicPolicy><RestrictPublicBuckets>false</RestrictPublicBuckets></PublicAccessBlockConfiguration>", "NoSuchPublicAccessBlockConfiguration"),
        Case("encryption", "<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>", null),
        Case("accelerate", "<AccelerateConfiguration><Status>Enabled</Status></AccelerateConfiguration>", null),
        Case("requestPayment", "<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>", null),
        Case("logging", "<BucketLoggingStatus><LoggingEnabled><TargetBucket>logs</TargetBucket><TargetPrefix>p/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>", null),
        Case("notification", "<NotificationConfiguration><EventBridgeConfiguration></EventBridgeConfiguration></NotificationConfiguration>", null),
        Case("abac", "<AbacStatus><Status>Enabled</Status></AbacStatus>", null),
    ];

    [TestCaseSource(nameof(Documents))]
    public async Task Document_comes_back_as_it_was_stored(string name, string document, string? absent)
    {
        await ArrangeAsync(Sub(HttpMethod.Put, name).Body(document));
        S3Answer stored = await ArrangeAsync(Sub(HttpMethod.Get, name));
        Assert.That(XNode.DeepEquals(WithoutNamespaces(XElement.Parse(stored.Text)), XElement.Parse(document)), Is.True, stored.Text);
        if (absent is not null)
        {
            Assert.That((await SendAsync(Sub(HttpMethod.Delete, name))).Status, Is.EqualTo(HttpStatusCode.NoContent));
            AssertError(await SendAsync(Sub(HttpMethod.Get, name)), 404, absent);
        }
    }

    [TestCase("cors", "<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>", Description = "A required member is missing")]
    [TestCase("accelerate", "<AccelerateConfiguration><Status>Perhaps</Status></AccelerateConfiguration>", Description = "An enum has no such value")]
    [TestCase("lifecycle", "<CORSConfiguration/>", Description = "Another document")]
    [TestCase("website", "", Description = "None at all")]
    public async Task Document_that_is_not_the_model_s_is_malformed(string name, string document) =>
        AssertError(await SendAsync(Sub(HttpMethod.Put, name).Body(document)), 400, "MalformedXML");

    [TestCase("<Filter/>", "MalformedXML", Description = "Nothing is to be done")]
    [TestCase("<Expiration><Days>1</Days></Expiration>", "MalformedXML", Description = "It is for no objects")]
    [TestCase("<Filter/><Prefix>a</Prefix><Expiration><Days>1</Days></Expiration>", "MalformedXML", Description = "Two ways to say for which")]
    [TestCase("<Filter/><Expiration><Days>1</Days><Date>2044-01-01T00:00:00Z</Date></Expiration>", "MalformedXML", Description = "Two times")]
    [TestCase("<Filter/><Transition><StorageClass>GLACIER</StorageClass></Transition>", "MalformedXML", Description = "No time")]
    [TestCase("<Filter/><Expiration><Days>0</Days></Expiration>", "InvalidArgument")]
    [TestCase("<Filter/><Expiration><Date>2044-01-01T01:00:00Z</Date></Expiration>", "InvalidArgument", Description = "Not at midnight")]
    public async Task Lifecycle_rule_that_s3_does_not_take_is_refused(string rule, string code) =>
        AssertError(await SendAsync(Sub(HttpMethod.Put, "lifecycle").Body(Lifecycle("x", rule))), 400, code);

    [Test]
    public async Task Lifecycle_rule_s_id_has_255_characters_at_most()
    {
        const string Rule = "<Filter/><Expiration><Date>2044-01-01T00:00:00Z</Date></Expiration>";
        await ArrangeAsync(Sub(HttpMethod.Put, "lifecycle").Body(Lifecycle(new string('x', 255), Rule)));
        AssertError(await SendAsync(Sub(HttpMethod.Put, "lifecycle").Body(Lifecycle(new string('x', 256), Rule))), 400, "InvalidArgument");
    }

    [TestCase("\"Allow\"", "\"Perhaps\"")]
    [TestCase("\"Principal\":\"*\",", "")]
    [TestCase("s3:GetObject", "ec2:RunInstances")]
    [TestCase(":::test-bucket", ":::another-bucket")]
    [TestCase("2012-10-17", "2013-01-01")]
    [TestCase("\"Statement\"", "\"Statements\"")]
    public async Task Policy_that_s3_does_not_take_is_malformed(string right, string wrong)
    {
        const string Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::test-bucket/*"}}""";
        Assert.That((await SendAsync(Sub(HttpMethod.Put, "policy").Body(Policy))).Status, Is.EqualTo(HttpStatusCode.NoContent));
        AssertError(await SendAsync(Sub(HttpMethod.Put, "policy").Body(Policy.Replace(right, wrong, StringComparison.Ordinal))), 400, "MalformedPolicy");
        Assert.That((await SendAsync(Sub(HttpMethod.Get, "policy"))).Text, Is.EqualTo(Policy));
    }

    [Test]
    public async Task Key_of_kms_for_an_algorithm_without_one_is_refused() =>
        AssertError(
            await SendAsync(Sub(HttpMethod.Put, "encryption").Body("<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>AES256</SSEAlgorithm><KMSMasterKeyID>k</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>")),
            400,
            "InvalidArgument");

    [Test]
    public async Task What_a_public_access_block_leaves_out_is_off()
    {
        await ArrangeAsync(Sub(HttpMethod.Put, "publicAccessBlock").Body("<PublicAccessBlockConfiguration><BlockPublicAcls>true</BlockPublicAcls></PublicAccessBlockConfiguration>"));
        S3Answer stored = await ArrangeAsync(Sub(HttpMethod.Get, "publicAccessBlock"));
        Assert.That(
            XElement.Parse(stored.Text).Elements().Select(static element => $"{element.Name.LocalName}={element.Value}"),
            Is.EquivalentTo(["BlockPublicAcls=true", "IgnorePublicAcls=false", "BlockPublicPolicy=false", "RestrictPublicBuckets=false"]));
    }

    [Test]
    public async Task Cors_rule_with_a_method_that_s3_does_not_take_is_refused() =>
        AssertError(
            await SendAsync(Sub(HttpMethod.Put, "cors").Body("<CORSConfiguration><CORSRule><AllowedMethod>PATCH</AllowedMethod><AllowedOrigin>*</AllowedOrigin></CORSRule></CORSConfiguration>")),
            400,
            "InvalidRequest");

    [Test]
    public async Task Policy_is_kept_as_text_and_says_whether_it_is_public()
    {
        string policy = $$"""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::{{Bucket}}/pub/*"]}]}""";
        S3Answer put = await ArrangeAsync(Sub(HttpMethod.Put, "policy").Body(policy));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(put.Status, Is.EqualTo(HttpStatusCode.NoContent));
            Assert.That((await SendAsync(Sub(HttpMethod.Get, "policy"))).Text, Is.EqualTo(policy));
            Assert.That((await SendAsync(Sub(HttpMethod.Get, "policyStatus"))).Element("IsPublic"), Is.EqualTo("true"));
        }
        AssertError(await SendAsync(Sub(HttpMethod.Put, "policy").Body("{")), 400, "MalformedPolicy");
    }

    [TestCase("metrics", "<MetricsConfiguration><Id>{0}</Id></MetricsConfiguration>")]
    [TestCase("analytics", "<AnalyticsConfiguration><Id>{0}</Id><StorageClassAnalysis></StorageClassAnalysis></AnalyticsConfiguration>")]
    public async Task Configurations_with_ids_are_listed_in_pages(string name, string document)
    {
        for (int i = 0; i < 101; i++)
        {
            string id = $"id-{i:000}";
            await ArrangeAsync(Sub(HttpMethod.Put, name).Query("id", id).Body(string.Format(System.Globalization.CultureInfo.InvariantCulture, document, id)));
        }
        S3Answer first = await ArrangeAsync(Sub(HttpMethod.Get, name));
        S3Answer second = await ArrangeAsync(Sub(HttpMethod.Get, name).Query("continuation-token", first.Element("NextContinuationToken")!));
        await ArrangeAsync(Sub(HttpMethod.Delete, name).Query("id", "id-100"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Elements("Id"), Has.Count.EqualTo(100));
            Assert.That(second.Elements("Id"), Is.EqualTo(["id-100"]));
            Assert.That((await SendAsync(Sub(HttpMethod.Get, name).Query("id", "id-007"))).Element("Id"), Is.EqualTo("id-007"));
        }
        AssertError(await SendAsync(Sub(HttpMethod.Get, name).Query("id", "id-100")), 404, "NoSuchConfiguration");
        AssertError(await SendAsync(Sub(HttpMethod.Put, name).Query("id", "another").Body(string.Format(System.Globalization.CultureInfo.InvariantCulture, document, "one"))), 400, "InvalidArgument");
    }

    private static string Lifecycle(string id, string rule) =>
        $"<LifecycleConfiguration><Rule><ID>{id}</ID><Status>Enabled</Status>{rule}</Rule></LifecycleConfiguration>";

    private S3Request Sub(HttpMethod method, string name) => Request(method, "/" + Bucket).Query(name);

    private static TestCaseData Case(string name, string document, string? absent) =>
        new TestCaseData(name, document, absent).SetArgDisplayNames(name);

    private static XElement WithoutNamespaces(XElement element) =>
        new(element.Name.LocalName, element.HasElements ? element.Elements().Select(WithoutNamespaces) : element.Value);
}

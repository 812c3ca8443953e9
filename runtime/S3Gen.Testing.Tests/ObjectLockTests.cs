using System.Globalization;
using System.Net;
using S3Gen.Testing.Tests.Driving;

namespace S3Gen.Testing.Tests;

internal sealed class ObjectLockTests : ServerFixture
{
    private const string Locked = "/locked-bucket";

    [SetUp]
    public async Task CreateLockedBucket() =>
        await ArrangeAsync(Request(HttpMethod.Put, Locked).Header("x-amz-bucket-object-lock-enabled", "true"));

    [Test]
    public async Task Governed_version_stays_until_governance_is_bypassed()
    {
        string version = await PutAsync("GOVERNANCE");
        AssertError(await SendAsync(DeleteVersion(version)), 403, "AccessDenied");
        S3Answer head = await SendAsync(Request(HttpMethod.Head, Locked + "/k"));
        S3Answer bypassed = await SendAsync(DeleteVersion(version).Header("x-amz-bypass-governance-retention", "true"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(head.Header("x-amz-object-lock-mode"), Is.EqualTo("GOVERNANCE"));
            Assert.That(bypassed.Status, Is.EqualTo(HttpStatusCode.NoContent));
        }
    }

    [Test]
    public async Task Compliance_yields_to_nobody_and_is_only_ever_made_longer()
    {
        string version = await PutAsync("COMPLIANCE");
        AssertError(await SendAsync(DeleteVersion(version).Header("x-amz-bypass-governance-retention", "true")), 403, "AccessDenied");
        AssertError(await SendAsync(Retention("COMPLIANCE", InMinutes(1))), 403, "AccessDenied");
        await ArrangeAsync(Retention("COMPLIANCE", InMinutes(600)));
        Assert.That((await SendAsync(Request(HttpMethod.Get, Locked + "/k").Query("retention"))).Element("Mode"), Is.EqualTo("COMPLIANCE"));
    }

    [Test]
    public async Task Legal_hold_keeps_a_version_until_it_is_off()
    {
        string version = (await ArrangeAsync(Request(HttpMethod.Put, Locked + "/k"))).Header("x-amz-version-id")!;
        S3Request Hold(string status) => Request(HttpMethod.Put, Locked + "/k").Query("legal-hold").Body($"<LegalHold><Status>{status}</Status></LegalHold>");
        AssertError(await SendAsync(Request(HttpMethod.Get, Locked + "/k").Query("legal-hold")), 404, "NoSuchObjectLockConfiguration");
        await ArrangeAsync(Hold("ON"));
        AssertError(await SendAsync(DeleteVersion(version)), 403, "AccessDenied");
        await ArrangeAsync(Hold("OFF"));
        Assert.That((await SendAsync(DeleteVersion(version))).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Default_retention_of_the_bucket_holds_for_new_objects()
    {
        await ArrangeAsync(Request(HttpMethod.Put, Locked).Query("object-lock").Body(
            "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention><Mode>COMPLIANCE</Mode><Days>1</Days></DefaultRetention></Rule></ObjectLockConfiguration>"));
        string version = (await ArrangeAsync(Request(HttpMethod.Put, Locked + "/k"))).Header("x-amz-version-id")!;
        AssertError(await SendAsync(DeleteVersion(version)), 403, "AccessDenied");
        // A marker hides the object, and removes nothing.
        Assert.That((await SendAsync(Request(HttpMethod.Delete, Locked + "/k"))).Status, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Retention_that_is_over_already_is_no_date_whoever_holds_the_version()
    {
        await PutAsync("GOVERNANCE");
        AssertError(await SendAsync(Retention("GOVERNANCE", InMinutes(-1))), 400, "InvalidArgument");
    }

    [TestCase("<Mode>GOVERNANCE</Mode><Days>0</Days>", "InvalidRetentionPeriod")]
    [TestCase("<Mode>GOVERNANCE</Mode><Years>-1</Years>", "InvalidRetentionPeriod")]
    [TestCase("<Mode>GOVERNANCE</Mode>", "MalformedXML")]
    [TestCase("<Mode>GOVERNANCE</Mode><Days>1</Days><Years>1</Years>", "MalformedXML")]
    public async Task Default_retention_without_one_length_is_refused(string retention, string code) =>
        AssertError(
            await SendAsync(Request(HttpMethod.Put, Locked).Query("object-lock").Body(
                $"<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled><Rule><DefaultRetention>{retention}</DefaultRetention></Rule></ObjectLockConfiguration>")),
            400,
            code);

    [Test]
    public async Task Bucket_without_a_lock_says_so()
    {
        await ArrangeAsync(Put("k"));
        AssertError(await SendAsync(Request(HttpMethod.Get, "/" + Bucket).Query("object-lock")), 404, "ObjectLockConfigurationNotFoundError");
        AssertError(await SendAsync(Request(HttpMethod.Get, $"/{Bucket}/k").Query("retention")), 400, "InvalidRequest");
        AssertError(await SendAsync(Request(HttpMethod.Put, Locked).Query("versioning").Body("<VersioningConfiguration><Status>Suspended</Status></VersioningConfiguration>")), 409, "InvalidBucketState");
    }

    private async Task<string> PutAsync(string mode) => (await ArrangeAsync(Request(HttpMethod.Put, Locked + "/k")
        .Header("x-amz-object-lock-mode", mode).Header("x-amz-object-lock-retain-until-date", InMinutes(60)))).Header("x-amz-version-id")!;

    private S3Request DeleteVersion(string version) => Request(HttpMethod.Delete, Locked + "/k").Query("versionId", version);

    private S3Request Retention(string mode, string until) => Request(HttpMethod.Put, Locked + "/k").Query("retention")
        .Body($"<Retention><Mode>{mode}</Mode><RetainUntilDate>{until}</RetainUntilDate></Retention>");

    private static string InMinutes(int minutes) =>
        TimeProvider.System.GetUtcNow().AddMinutes(minutes).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}

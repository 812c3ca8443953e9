using S3Gen.ModelCases.Http;
using S3Gen.OtherServices.Control;
using S3Gen.Runtime;

namespace S3Gen.OtherServices.Tests;

/// <summary>S3 Control: accounts in the host name, its paginators, its errors, and the checksums that it demands.</summary>
public sealed class S3ControlTests
{
    private const string Account = "123456789012";

    [Test]
    public async Task The_account_is_in_the_host_and_in_a_header()
    {
        (S3ControlClient client, ScriptedTransport transport) = Answering(ScriptedTransport.Xml("<GetAccessPointResult><Name>ap</Name><Bucket>b</Bucket></GetAccessPointResult>"));
        await using (client)
        {
            GetAccessPointResponse response = await client.GetAccessPointAsync(new GetAccessPointRequest { AccountId = Account, Name = "ap" });

            Assert.That(response.Bucket, Is.EqualTo("b"));
        }

        Assert.That(transport.Targets[0].AbsoluteUri, Is.EqualTo($"https://{Account}.s3-control.us-west-2.amazonaws.com/v20180820/accesspoint/ap"));
        Assert.That(transport.Requests[0].Headers["x-amz-account-id"], Is.EqualTo(Account));
        Assert.That(transport.Requests[0].Headers["authorization"], Does.Contain("/us-west-2/s3/aws4_request"));
    }

    [TestCase("")]
    [TestCase("12/34")]
    [TestCase("evil.example")]
    [TestCase("-1")]
    public async Task An_account_that_cannot_be_part_of_a_host_is_refused_before_anything_is_sent(string account)
    {
        (S3ControlClient client, ScriptedTransport transport) = Answering(ScriptedTransport.Xml("<GetAccessPointResult/>"));
        await using (client)
        {
            await Assert.ThatAsync(
                () => client.GetAccessPointAsync(new GetAccessPointRequest { AccountId = account, Name = "ap" }),
                Throws.InstanceOf<ArgumentException>().With.Message.Contains("AccountId"));
        }

        Assert.That(transport.Requests, Is.Empty);
    }

    [Test]
    public async Task Pages_follow_each_other()
    {
        (S3ControlClient client, ScriptedTransport transport) = Answering(
            ScriptedTransport.Xml("<ListAccessPointsResult><AccessPointList><AccessPoint><Name>a</Name></AccessPoint></AccessPointList><NextToken>n</NextToken></ListAccessPointsResult>"),
            ScriptedTransport.Xml("<ListAccessPointsResult><AccessPointList><AccessPoint><Name>b</Name></AccessPoint></AccessPointList></ListAccessPointsResult>"));
        List<string?> names = [];
        await using (client)
        {
            await foreach (ListAccessPointsResponse page in client.ListAccessPointsPagesAsync(new ListAccessPointsRequest { AccountId = Account }))
            {
                names.AddRange(page.AccessPointList.Select(point => point.Name));
            }
        }

        Assert.That(names, Is.EqualTo(["a", "b"]));
        Assert.That(transport.Targets.Select(target => target.Query), Is.EqualTo([string.Empty, "?nextToken=n"]));
    }

    [Test]
    public async Task A_document_has_the_namespace_of_the_service_and_an_idempotency_token()
    {
        (S3ControlClient client, ScriptedTransport transport) = Answering(ScriptedTransport.Xml("<CreateJobResult><JobId>j</JobId></CreateJobResult>"));
        await using (client)
        {
            CreateJobResponse response = await client.CreateJobAsync(new CreateJobRequest
            {
                AccountId = Account,
                Operation = new JobOperation { S3DeleteObjectTagging = new S3DeleteObjectTaggingOperation() },
                Report = new JobReport { Enabled = false },
                Priority = 10,
                RoleArn = "arn:aws:iam::123456789012:role/r",
            });

            Assert.That(response.JobId, Is.EqualTo("j"));
        }

        Assert.That(transport.Body(), Does.StartWith("<CreateJobRequest xmlns=\"http://awss3control.amazonaws.com/doc/2018-08-20/\">"));
        Assert.That(transport.Body(), Does.Match("<ClientRequestToken>[0-9a-f-]{36}</ClientRequestToken>"));
        Assert.That(transport.Body(), Does.Contain("<Operation><S3DeleteObjectTagging></S3DeleteObjectTagging></Operation>"));
    }

    [Test]
    public async Task A_checksum_that_the_service_demands_is_sent()
    {
        (S3ControlClient client, ScriptedTransport transport) = Answering(ScriptedTransport.Xml("<CreateAccessGrantResult/>"));
        await using (client)
        {
            await client.CreateAccessGrantAsync(new CreateAccessGrantRequest
            {
                AccountId = Account, AccessGrantsLocationId = "default", Grantee = new Control.Grantee { GranteeType = Control.GranteeType.Iam }, Permission = Control.Permission.Read,
            });
        }

        Assert.That(transport.Requests[0].Headers.Keys, Has.Some.EqualTo("content-md5"));
    }

    [Test]
    public async Task A_wrapped_error_is_its_exception()
    {
        (S3ControlClient client, _) = Answering(ScriptedTransport.Xml(
            "<ErrorResponse><Error><Code>NotFoundException</Code><Message>no job</Message></Error><RequestId>r</RequestId></ErrorResponse>", 404));
        await using (client)
        {
            Control.NotFoundException error = (await Assert.ThrowsAsync<Control.NotFoundException>(
                () => client.DescribeJobAsync(new DescribeJobRequest { AccountId = Account, JobId = "j" })))!;

            Assert.That((error.ServiceMessage, error.RequestId), Is.EqualTo(("no job", "r")));
        }
    }

    private static (S3ControlClient Client, ScriptedTransport Transport) Answering(params WireResponse[] responses)
    {
        ScriptedTransport transport = new(responses);
        return (new S3ControlClient(new S3ControlClientOptions
        {
            Region = "us-west-2", Credentials = ScriptedTransport.Credentials, MaxRetries = 0, Transport = transport, UseDualStack = false, UseFips = false,
        }), transport);
    }
}

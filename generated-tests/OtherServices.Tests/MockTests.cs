using S3Gen.OtherServices.Control;
using S3Gen.OtherServices.Control.Testing;
using S3Gen.Testing;

namespace S3Gen.OtherServices.Tests;

/// <summary>A double of a client of another service, whose types are in another assembly.</summary>
public sealed class MockTests
{
    private const string Account = "123456789012";

    [Test]
    public async Task Double_of_S3_Control_records_and_answers()
    {
        using MockS3ControlClient mock = new();
        mock.OnGetAccessPoint(request => request.Name == "ap").Returns(new GetAccessPointResponse { Bucket = "b" });

        GetAccessPointResponse response = await mock.GetAccessPointAsync(new GetAccessPointRequest { AccountId = Account, Name = "ap" });

        Assert.That(response.Bucket, Is.EqualTo("b"));
        Assert.That(mock.Received<GetAccessPointRequest>(times: 1)[0].ToString(), Does.Contain("Name = \"ap\""));
    }

    [Test]
    public async Task Double_of_S3_Control_fails_with_the_services_exceptions()
    {
        using MockS3ControlClient mock = new();
        mock.OnGetAccessPoint().Fails("NoSuchPublicAccessBlockConfiguration", System.Net.HttpStatusCode.NotFound);

        await Assert.ThatAsync(
            () => mock.GetAccessPointAsync(new GetAccessPointRequest { AccountId = Account, Name = "ap" }),
            Throws.InstanceOf<NoSuchPublicAccessBlockConfigurationException>().With.Property("OperationName").EqualTo("GetAccessPoint"));
    }
}

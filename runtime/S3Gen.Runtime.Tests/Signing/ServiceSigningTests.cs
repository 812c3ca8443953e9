using S3Gen.Runtime.Presigning;
using S3Gen.Runtime.Signing;

namespace S3Gen.Runtime.Tests.Signing;

public sealed class ServiceSigningTests
{
    [TestCase("s3", true)]
    [TestCase("s3express", true)]
    [TestCase("s3-object-lambda", true)]
    [TestCase("s3-outposts", true)]
    [TestCase("route53", false)]
    [TestCase("cloudfront", false)]
    public void Paths_of_S3_are_signed_as_they_are_sent_and_those_of_others_are_normalized_and_encoded_again(string signingName, bool isS3)
    {
        Endpoint endpoint = new() { Scheme = "https", Authority = "host", SigningRegion = "us-east-1", SigningName = signingName };
        Assert.That(ServiceSigning.PathMode(endpoint), Is.EqualTo(isS3 ? CanonicalPathMode.AsSent : CanonicalPathMode.NormalizedAndEncodedAgain));
        Assert.That(ServiceSigning.SignsDocuments(endpoint), Is.EqualTo(!isS3));
    }

    [TestCase("", "")]
    [TestCase("x-id=GetObject", "")]
    [TestCase("a=1&x-id=GetObject", "a=1")]
    [TestCase("x-id=GetObject&y=1", "y=1")]
    [TestCase("a=1&x-id=GetObject&y=2", "a=1&y=2")]
    [TestCase("a=x-id&max-id=3&xx-id=1", "a=x-id&max-id=3&xx-id=1")]
    public void Presigned_query_leaves_the_name_of_the_operation_out(string query, string kept) =>
        Assert.That(PresignQuery.WithoutHint(query).ToString(), Is.EqualTo(kept));
}

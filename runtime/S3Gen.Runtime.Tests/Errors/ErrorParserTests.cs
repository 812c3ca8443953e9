using System.Net;
using System.Text;
using S3Gen.Runtime.CodeGen;
using S3Gen.Runtime.Errors;
using S3Gen.Runtime.Tests.Support;

namespace S3Gen.Runtime.Tests.Errors;

public sealed class ErrorParserTests
{
    private const string Full = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>NoSuchBucket</Code><Message>A message</Message>"
        + "<Unknown><Code>Nested</Code></Unknown><Region>eu-central-1</Region><RequestId>BODY-R</RequestId><HostId>BODY-H</HostId></Error>";

    [Test]
    public void Document_counts_before_the_headers_and_only_its_own_children_do()
    {
        ServiceErrorDetails error = Parse(404, Full);

        Assert.That(error.ErrorCode, Is.EqualTo("NoSuchBucket"));
        Assert.That(error.Message, Is.EqualTo("A message"));
        Assert.That(error.RequestId, Is.EqualTo("BODY-R"));
        Assert.That(error.HostId, Is.EqualTo("BODY-H"));
        Assert.That(error.Region, Is.EqualTo("eu-central-1"));
        Assert.That(error.IsMalformed, Is.False);
    }

    [Test]
    public void Empty_elements_count_as_absent_but_the_message()
    {
        ServiceErrorDetails error = Parse(403, "<Error><Code>AccessDenied</Code><Message/><RequestId/><HostId/></Error>");

        Assert.That(error.Message, Is.Empty);
        Assert.That(error.RequestId, Is.EqualTo("HDR-R"));
        Assert.That(error.HostId, Is.EqualTo("HDR-H"));
    }

    [TestCase(404, "NotFound")]
    [TestCase(304, "NotModified")]
    [TestCase(301, "MovedPermanently")]
    [TestCase(403, "Forbidden")]
    [TestCase(412, "PreconditionFailed")]
    [TestCase(500, "InternalServerError")]
    [TestCase(599, "599")]
    public void Without_a_body_the_status_in_words_is_the_code(int status, string code)
    {
        ServiceErrorDetails error = Parse(status, string.Empty);

        Assert.That(error.ErrorCode, Is.EqualTo(code));
        Assert.That(error.Message, Is.Null);
        Assert.That(error.RequestId, Is.EqualTo("HDR-R"));
    }

    [TestCase("<html><body>502</body></html>")]
    [TestCase("<Error><Code>NoSuchKe")]
    [TestCase("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><Error/>")]
    [TestCase("<Error><Code>\u00FF</Code></Error>")]
    [TestCase("Internal Server Error")]
    public void What_is_no_error_document_is_malformed_and_an_excerpt_is_kept(string body)
    {
        ServiceErrorDetails error = Parse(502, body);

        Assert.That(error.IsMalformed);
        Assert.That(error.ErrorCode, Is.Null);
        Assert.That(error.Message, Is.Null);
        Assert.That(error.RequestId, Is.EqualTo("HDR-R"));
        Assert.That(error.Excerpt, Does.StartWith(body[..4]).And.Length.LessThanOrEqualTo(256));
    }

    [Test]
    public void Wrapped_error_is_read_where_the_service_wraps()
    {
        ServiceInfo wrapped = new()
        {
            Name = "X",
            SigningName = "x",
            EndpointPrefix = "x",
            ErrorsWrapped = true,
            CreateException = static details => new ServiceException(details),
        };
        const string Xml = "<ErrorResponse><Error><Type>Sender</Type><Code>C</Code><Message>m</Message></Error><RequestId>R</RequestId></ErrorResponse>";

        ErrorDocument document = ErrorDocument.Read(Encoding.UTF8.GetBytes(Xml), wrapped.ErrorsWrapped);

        Assert.That(document.Code, Is.EqualTo("C"));
        Assert.That(document.RequestId, Is.EqualTo("R"));
    }

    [Test]
    public void Exception_says_all_that_is_known_in_one_line()
    {
        ServiceException exception = new(Parse(404, Full));

        Assert.That(exception.Message, Is.EqualTo("Test failed: 404 NoSuchBucket: A message (request id BODY-R, host id BODY-H)"));
    }

    private static ServiceErrorDetails Parse(int status, string body) => ErrorParser.Parse(
        TestOperation.List, (HttpStatusCode)status, [new("x-amz-request-id", "HDR-R"), new("x-amz-id-2", "HDR-H")], Encoding.Latin1.GetBytes(body));
}

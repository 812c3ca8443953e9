using System.Net;
using System.Text;
using S3Gen.Runtime;

namespace S3Gen.Conformance.Suites.Endpoints;

/// <summary>
/// Keeps the last request and answers each with an error. A request for a session with a directory bucket, which a client may make
/// first, is granted and not kept.
/// </summary>
internal sealed class RecordingTransport : IHttpTransport
{
    private const string Refusal = "<Error><Code>RequestCaptured</Code></Error>";

    private const string Session = """
        <CreateSessionResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Credentials><SessionToken>token</SessionToken>
        <SecretAccessKey>secret</SecretAccessKey><AccessKeyId>AKIDSESSION</AccessKeyId><Expiration>2999-01-01T00:00:00Z</Expiration>
        </Credentials></CreateSessionResult>
        """;

    public SentRequest? Request { get; private set; }

    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Content is { } content)
        {
            await content.CopyToAsync(Stream.Null, cancellationToken);
        }

        bool isSession = request.Method == HttpMethod.Get && request.RequestUri!.Query is "?session" or "?session=";
        if (!isSession)
        {
            Request = SentRequest.Of(request);
        }

        return new HttpResponseMessage(isSession ? HttpStatusCode.OK : HttpStatusCode.BadRequest)
        {
            RequestMessage = request,
            Content = new StringContent(isSession ? Session : Refusal, Encoding.UTF8, "application/xml"),
        };
    }

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

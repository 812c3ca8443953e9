using System.Net;
using System.Xml.Linq;

namespace S3Gen.Contract.Tests.Operations;

/// <summary>Error responses as the service sends them. An answer to HEAD has no body: its status is all there is.</summary>
internal static class ErrorResponses
{
    public const string Message = "What went wrong & <why>.";
    public const string UnknownCode = "SomethingNewWentWrong";

    public static WireResponse Modeled(ServiceModel model, OperationShape operation, Shape error, StructureValue members)
    {
        XElement document = Document(error.Name);
        RestXmlDocument.Fill(document, members, error.Members);
        return Answer(model, operation, StatusOf(error), document);
    }

    public static WireResponse Unknown(ServiceModel model, OperationShape operation) =>
        Answer(model, operation, HttpStatusCode.Forbidden, Document(UnknownCode));

    /// <summary>S3 throttles with 503, stores like it and proxies before it with 429.</summary>
    public static WireResponse Throttled(ServiceModel model, OperationShape operation, HttpStatusCode status = HttpStatusCode.ServiceUnavailable) =>
        Answer(model, operation, status, Document(status == HttpStatusCode.TooManyRequests ? "TooManyRequests" : "SlowDown"));

    /// <summary>The bucket is in another region: S3 says so in a header, and where to go in another, which nobody is to believe.</summary>
    public static WireResponse Redirect(ServiceModel model, OperationShape operation, HttpStatusCode status, string region) =>
        With(Answer(model, operation, status, Document("PermanentRedirect")), ("x-amz-bucket-region", region), ("Location", "https://elsewhere.example/"));

    /// <summary>The request was signed for another region than the one that it came to; the answer to HEAD can say so in a header alone.</summary>
    public static WireResponse WrongRegion(ServiceModel model, OperationShape operation, string region)
    {
        XElement document = Document("AuthorizationHeaderMalformed");
        document.Add(new XElement("Region", region));
        WireResponse answer = Answer(model, operation, HttpStatusCode.BadRequest, document);
        return operation.Method == "HEAD" ? With(answer, ("x-amz-bucket-region", region)) : answer;
    }

    /// <summary>The client's clock is wrong; the answer bears the time of the service.</summary>
    public static WireResponse WrongTime(ServiceModel model, OperationShape operation, DateTimeOffset now) =>
        With(Answer(model, operation, HttpStatusCode.Forbidden, Document("RequestTimeTooSkewed")), ("Date", now.ToString("R")));

    /// <summary>The status of the trait; or that which the error is named after; or 400, as for any fault of the client.</summary>
    public static HttpStatusCode StatusOf(Shape error) =>
        error.Traits[Traits.HttpError] is { } status ? (HttpStatusCode)status.GetInt32()
        : Enum.TryParse(error.Name, out HttpStatusCode named) ? named
        : HttpStatusCode.BadRequest;

    private static XElement Document(string code) => new("Error", new XElement("Code", code), new XElement("Message", Message));

    private static WireResponse With(WireResponse response, params ReadOnlySpan<(string Name, string Value)> headers)
    {
        List<KeyValuePair<string, string>> all = [.. response.Headers];
        foreach ((string name, string value) in headers)
        {
            all.Add(new(name, value));
        }

        return response with { Headers = all };
    }

    private static WireResponse Answer(ServiceModel model, OperationShape operation, HttpStatusCode status, XElement document)
    {
        XElement root = model.WrapsErrors ? new XElement("ErrorResponse", document) : document;
        return new WireResponse((int)status, [new("Content-Type", "application/xml")], operation.Method == "HEAD" ? default : XmlBody.Write(root));
    }
}

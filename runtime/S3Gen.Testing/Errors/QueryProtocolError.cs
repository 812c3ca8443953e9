using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Server;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Errors;

/// <summary>
/// Refuses what is meant for another service, such as STS, which other stores answer at the same endpoint: a form to the root. The answer
/// has the form that clients of these services read.
/// </summary>
/// <seealso href="https://smithy.io/2.0/aws/protocols/aws-query-protocol.html"/>
internal static class QueryProtocolError
{
    internal static bool IsMeant(HttpRequest request, ResourceAddress address) =>
        address.Level == ResourceLevel.Service
        && HttpMethods.IsPost(request.Method)
        && request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) is true;

    internal static Task WriteAsync(HttpContext http)
    {
        ReadOnlyMemory<byte> document = XmlResponse.Document("ErrorResponse", xmlNamespace: null, writer =>
        {
            writer.Parent("Error", () =>
            {
                writer.Element("Type", "Sender");
                writer.Element("Code", "NotImplemented");
                writer.Element("Message", "This server has S3 alone.");
            });
            writer.Element("RequestId", http.Response.Headers["x-amz-request-id"].ToString());
        });
        return XmlResponse.SendAsync(http, StatusCodes.Status501NotImplemented, document);
    }
}

using Microsoft.AspNetCore.Http;
using S3Gen.Testing.Xml;

namespace S3Gen.Testing.Errors;

/// <summary>Writes a fault as S3 does: an XML document, or headers alone for HEAD.</summary>
internal static class ErrorResponse
{
    internal static Task WriteAsync(HttpContext http, S3Fault fault, string resource)
    {
        HttpResponse response = http.Response;
        response.StatusCode = fault.Status;
        foreach ((string name, string value) in fault.Headers)
        {
            response.Headers[name] = value;
        }
        CloseIfBodyWaits(http);
        if (HttpMethods.IsHead(http.Request.Method))
        {
            return response.StartAsync(http.RequestAborted);
        }
        ReadOnlyMemory<byte> document = XmlResponse.Document("Error", xmlNamespace: null, writer =>
        {
            writer.Element("Code", fault.Code);
            writer.Element("Message", fault.Message);
            foreach ((string name, string value) in fault.Details)
            {
                writer.Element(name, value);
            }
            writer.Element("Resource", resource);
            writer.Element("RequestId", response.Headers["x-amz-request-id"].ToString());
            writer.Element("HostId", response.Headers["x-amz-id-2"].ToString());
        });
        return XmlResponse.SendAsync(http, fault.Status, document);
    }

    /// <summary>
    /// A client that sent <c>Expect: 100-continue</c> and reads an error must not send its body any more, and then neither side knows where
    /// the next request begins. Without it Kestrel drains what is left.
    /// </summary>
    private static void CloseIfBodyWaits(HttpContext http)
    {
        if (http.Request.Headers.Expect.Count > 0)
        {
            http.Response.Headers.Connection = "close";
        }
    }
}

using System.Text;
using System.Xml.Linq;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Http;

/// <summary>The response in which a service that follows the model would send an output.</summary>
public sealed class ResponseBuilder(ServiceModel model)
{
    private readonly RestXmlRoots _roots = new(model);

    public WireResponse Build(OperationShape operation, StructureValue output)
    {
        HttpBinding binding = new(operation.Output);
        List<KeyValuePair<string, string>> headers = [.. HeaderText.Of(output, binding)];
        ReadOnlyMemory<byte> body = BuildBody(operation, output, binding, out string? contentType);
        if (contentType is not null && !headers.Exists(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(new("Content-Type", contentType));
        }

        return new WireResponse(operation.Code, headers, body);
    }

    private ReadOnlyMemory<byte> BuildBody(OperationShape operation, StructureValue output, HttpBinding binding, out string? contentType)
    {
        contentType = null;
        if (operation.Method == "HEAD")
        {
            return default;
        }

        if (binding.Payload is { } payload)
        {
            (ReadOnlyMemory<byte> body, contentType) = BuildPayload(payload, output[payload.Name]);
            return body;
        }

        if (binding.Document.Count == 0)
        {
            return default;
        }

        contentType = "application/xml";
        return XmlBody.Write(BuildDocument(operation, output, binding));
    }

    private (ReadOnlyMemory<byte> Body, string? ContentType) BuildPayload(Member payload, Value? value) => value switch
    {
        null => (default, null),
        BlobValue blob => (blob.Bytes, "application/octet-stream"),
        ListValue events => (EventStreamFrames.Write(events, payload.Target), "application/vnd.amazon.eventstream"),
        StructureValue structure => (XmlBody.Write(_roots.Payload(payload, structure)), "application/xml"),
        _ => (Encoding.UTF8.GetBytes(WireText.Of(value, payload, WireText.DateTime)), "text/plain"),
    };

    private XElement BuildDocument(OperationShape operation, StructureValue output, HttpBinding binding)
    {
        // The one member of an unwrapped output is the root itself.
        if (operation.Traits.Has(Traits.UnwrappedXmlOutput))
        {
            Member only = binding.Document[0];
            XElement unwrapped = _roots.Named(only.XmlName, only.Traits);
            unwrapped.Value = WireText.Of(output[only.Name]!, only, WireText.DateTime);
            return unwrapped;
        }

        return _roots.Message(operation.Output, output, binding.Document);
    }
}

using System.Text;

namespace S3Gen.Contract.Tests.Operations;

/// <summary>What can be wrong with the responses of an operation, as far as its model says what is right.</summary>
internal static class MalformedResponses
{
    private static readonly byte[] ProxyPage = Encoding.UTF8.GetBytes("<html><body><h1>Bad request</h1><hr></body></html>");

    /// <summary>Spoils a good response in each way that the operation allows.</summary>
    public static IEnumerable<(string What, WireResponse Response)> Of(OperationShape operation, WireResponse good)
    {
        HttpBinding binding = new(operation.Output);
        bool isHead = operation.Method == "HEAD";
        if (!isHead)
        {
            yield return ("error that is a page", new WireResponse(400, [new("Content-Type", "text/html")], ProxyPage));
        }

        if (!isHead && binding.HasXmlBody)
        {
            yield return ("cut short", good with { Body = good.Body[..(good.Body.Length / 2)] });
            yield return ("with a second root", good with { Body = (byte[])[.. good.Body.Span, .. "<Extra/>"u8] });
            yield return ("that is a page", good with { Body = ProxyPage });
        }

        // A document that is one member may be missing; not so where success may turn out to be an error once the body comes.
        if (!isHead && binding.HasXmlBody && (binding.Payload is null || operation.Traits.Has(Traits.ErrorInSuccess)))
        {
            yield return ("without a body", good with { Body = default });
        }

        if (binding.Payload is { Target.IsEventStream: true })
        {
            yield return ("with a damaged event", good with { Body = Damaged(good.Body) });
        }

        foreach (string name in binding.Headers.Where(IsStrict).Select(member => member.Traits.Text(Traits.HttpHeader)!).Where(name => name != "Content-Length"))
        {
            yield return ($"with a wrong {name}", good with { Headers = [.. good.Headers.Where(header => header.Key != name), new(name, "neither")] });
        }
    }

    /// <summary>Headers that not every text fits.</summary>
    private static bool IsStrict(Member member) => member.Target.Type is ShapeType.Boolean or ShapeType.Integer or ShapeType.Long or ShapeType.Timestamp;

    private static byte[] Damaged(ReadOnlyMemory<byte> body)
    {
        byte[] damaged = body.ToArray();
        damaged[damaged.Length / 2] ^= 0x01;
        return damaged;
    }
}

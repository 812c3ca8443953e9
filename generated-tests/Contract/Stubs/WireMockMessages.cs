using WireMock;
using WireMock.ResponseBuilders;

namespace S3Gen.Contract.Tests.Stubs;

/// <summary>Between the messages of WireMock and those that the model describes.</summary>
internal static class WireMockMessages
{
    public static WireRequest Read(IRequestMessage message)
    {
        Dictionary<string, string> headers = message.Headers!
            .ToDictionary(header => header.Key.ToLowerInvariant(), header => string.Join(", ", header.Value), StringComparer.Ordinal);
        headers.Remove(WireSide.RawTarget, out string? target);
        string[] parts = target!.Split('?', 2);
        return new WireRequest(message.Method, parts[0], UriText.ParseQuery(parts.ElementAtOrDefault(1) ?? string.Empty), headers, message.BodyAsBytes ?? []);
    }

    public static IResponseBuilder Write(WireResponse response)
    {
        IResponseBuilder builder = Response.Create().WithStatusCode(response.Status).WithBody(response.Body.ToArray());
        foreach (IGrouping<string, string> header in response.Headers.GroupBy(header => header.Key, header => header.Value))
        {
            builder = builder.WithHeader(WireSide.NameOf(header.Key), [.. header]);
        }

        return builder;
    }
}

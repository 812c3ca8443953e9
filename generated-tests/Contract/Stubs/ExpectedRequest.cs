using WireMock;
using WireMock.Matchers.Request;

namespace S3Gen.Contract.Tests.Stubs;

/// <summary>Matches the request that the model wants and no other: method, raw path, query, headers and body.</summary>
internal sealed class ExpectedRequest(OperationShape operation, WireRequest expected) : IRequestMatcher
{
    private readonly RequestComparer _comparer = new(header => ClientHeaders.MayAdd(operation, header));

    public double GetMatchingScore(IRequestMessage requestMessage, IRequestMatchResult requestMatchResult) =>
        requestMatchResult.AddScore(GetType(), Differences(WireMockMessages.Read(requestMessage)).Count == 0 ? 1 : 0, null);

    public IReadOnlyList<string> Differences(WireRequest actual) => _comparer.Differences(operation, expected, actual);
}

using Microsoft.AspNetCore.Builder;
using WireMock;
using WireMock.Logging;
using WireMock.RequestBuilders;
using WireMock.Server;
using WireMock.Settings;

namespace S3Gen.Contract.Tests.Stubs;

/// <summary>A WireMock server that takes bodies with every method and leaves them as they are.</summary>
internal sealed class StubServer : IDisposable
{
    private readonly WireMockServer _server = WireMockServer.Start(new WireMockServerSettings
    {
        PreWireMockMiddlewareInit = application => WireSide.Use((IApplicationBuilder)application),
        AllowBodyForAllHttpMethods = true,
        DisableJsonBodyParsing = true,
        DisableDeserializeFormUrlEncoded = true,
        DisableRequestBodyDecompressing = true,
        Logger = new WireMockNullLogger(),
    });

    public int Port => _server.Port;

    public Uri Url => new($"http://127.0.0.1:{Port}");

    /// <summary>The requests since the last stub, whether a stub answered them or not.</summary>
    public IReadOnlyList<WireRequest> Requests => [.. _server.LogEntries.Select(entry => WireMockMessages.Read(entry.RequestMessage!))];

    /// <summary>Forgets what was before and answers the expected request, and none else, with these responses in turn.</summary>
    public void Answer(ExpectedRequest request, params ReadOnlySpan<WireResponse> responses)
    {
        const string Scenario = "answers";
        _server.Reset();
        if (responses is [WireResponse only])
        {
            _server.Given(Request.Create().Add(request)).RespondWith(WireMockMessages.Write(only));
            return;
        }

        for (int i = 0; i < responses.Length; i++)
        {
            var stub = _server.Given(Request.Create().Add(request)).InScenario(Scenario);
            if (i > 0)
            {
                stub = stub.WhenStateIs(StateAfter(i));
            }

            if (i < responses.Length - 1)
            {
                stub = stub.WillSetStateTo(StateAfter(i + 1));
            }

            stub.RespondWith(WireMockMessages.Write(responses[i]));
        }
    }

    public void Dispose() => _server.Dispose();

    private static string StateAfter(int answers) => $"after {answers}";
}

using System.Text;
using S3Gen.ModelCases.Client;
using S3Gen.ModelCases.Http;
using S3Gen.Runtime;

namespace S3Gen.OtherServices.Tests;

/// <summary>Answers the first request with the first response, and so on; the last one is given again. All requests are kept.</summary>
internal sealed class ScriptedTransport(params WireResponse[] responses) : IHttpTransport
{
    public static readonly StaticCredentialProvider Credentials = new(new Credentials("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"));

    public List<WireRequest> Requests { get; } = [];

    public List<Uri> Targets { get; } = [];

    public static WireResponse Xml(string body, int status = 200, params KeyValuePair<string, string>[] headers) => new(status, headers, Encoding.UTF8.GetBytes(body));

    public string Body(int request = 0) => Encoding.UTF8.GetString(Requests[request].Body.Span);

    public async ValueTask<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Targets.Add(request.RequestUri!);
        Requests.Add(await HttpMessages.ReadAsync(request, cancellationToken));
        return HttpMessages.Create(responses[Math.Min(Requests.Count, responses.Length) - 1], request);
    }

    public void Dispose()
    {
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

using System.Globalization;
using System.Text.Json;
using S3Gen.Conformance.Cases;

namespace S3Gen.Conformance.Suites.Endpoints;

/// <summary>Parameters and inputs → endpoints: the compiled rules alone, and then through a client.</summary>
internal sealed class EndpointsSuite : ISuite
{
    public string Name => "endpoints";

    public string Summary => "endpoint parameters -> endpoint (endpoint-tests/*.json)";

    public bool Recognizes(CaseFile file) => file.BeginsWith("service", "version", "testCases");

    public IEnumerable<ConformanceCase> Read(CaseFile file)
    {
        JsonElement document = file.Documents[0];
        EndpointService service = EndpointService.Find(document.Text("service"));
        string name = Path.GetFileNameWithoutExtension(file.Path);
        return document.GetProperty("testCases").EnumerateArray()
            .Select((json, i) => new ConformanceCase($"{name}#{i.ToString(CultureInfo.InvariantCulture)}", () => RunAsync(service, json)));
    }

    private static async Task<IReadOnlyList<string>> RunAsync(EndpointService service, JsonElement json)
    {
        Expectation expected = new(json.GetProperty("expect"));
        List<string> differences = [.. RuleCase.Run(service, json, expected)];
        if (json.TryGetProperty("operationInputs", out JsonElement inputs))
        {
            int index = 0;
            foreach (JsonElement input in inputs.EnumerateArray())
            {
                IReadOnlyList<string> found = await new ClientCase(service, input, expected).RunAsync();
                differences.AddRange(found.Select(difference => string.Create(CultureInfo.InvariantCulture, $"operationInputs[{index}] {difference}")));
                index++;
            }
        }

        return differences;
    }
}

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace S3Gen.Benchmarks.Generation;

/// <summary>The metadata of the S3GenModel item of runtime/S3Gen.</summary>
internal sealed class ModelOptions : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options([]);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => new Options(textFile.Path == "s3.json"
        ? new() { ["Role"] = "Model", ["Overlay"] = "s3.overlay.json", ["Namespace"] = "S3Gen", ["ClientName"] = "S3Client" }
        : new() { ["Role"] = "Overlay" });

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        private const string Prefix = "build_metadata.AdditionalFiles.S3Gen";

        public override bool TryGetValue(string key, out string value)
        {
            value = key.StartsWith(Prefix, StringComparison.Ordinal) && values.TryGetValue(key[Prefix.Length..], out string? found) ? found : string.Empty;
            return value.Length > 0;
        }
    }
}

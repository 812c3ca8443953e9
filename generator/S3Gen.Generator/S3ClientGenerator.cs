using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using S3Gen.Generator.Binding;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Emitting;
using S3Gen.Generator.Model;
using S3Gen.Generator.Reading;

namespace S3Gen.Generator;

/// <summary>Generates a typed client from each <c>S3GenModel</c> item of a project.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class S3ClientGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<ModelItem> documents = context.AdditionalTextsProvider
            .Combine(context.AnalyzerConfigOptionsProvider)
            .Select(static (pair, cancellation) => ModelItem.Read(pair.Left, pair.Right, cancellation))
            .Where(static item => item is not null)
            .Select(static (item, _) => item!)
            .WithTrackingName(StepNames.Documents);

        IncrementalValuesProvider<ModelSource> sources = documents
            .Select(static (item, _) => ParsedItem.Of(item))
            .WithTrackingName(StepNames.Trees)
            .Collect()
            .SelectMany(static (items, _) => ParsedItem.Join(items))
            .WithTrackingName(StepNames.Sources);

        IncrementalValuesProvider<ModelReadResult> models = sources
            .Select(static (source, _) => ModelReader.Read(source))
            .Collect()
            .SelectMany(static (results, _) => DuplicateClients.Refuse(results))
            .WithTrackingName(StepNames.Models);

        IncrementalValuesProvider<EquatableArray<FileBinding>> slices = models
            .SelectMany(static (result, _) => SliceTable.Of(result.Model))
            .WithTrackingName(StepNames.Slices);

        IncrementalValuesProvider<EquatableArray<GeneratedFile>> files = slices
            .Select(static (slot, _) => slot.Select(GeneratedFile.Emit).ToEquatableArray())
            .WithTrackingName(StepNames.Files);

        context.RegisterSourceOutput(models, static (output, result) => Report(output, result.Diagnostics));
        context.RegisterSourceOutput(files, static (output, slot) => Add(output, slot));
    }

    private static void Report(SourceProductionContext output, EquatableArray<DiagnosticInfo> diagnostics)
    {
        foreach (DiagnosticInfo diagnostic in diagnostics)
        {
            output.ReportDiagnostic(diagnostic.ToDiagnostic());
        }
    }

    private static void Add(SourceProductionContext output, EquatableArray<GeneratedFile> files)
    {
        foreach (GeneratedFile file in files)
        {
            output.AddSource(file.HintName, SourceText.From(file.Source, Encoding.UTF8));
        }
    }
}

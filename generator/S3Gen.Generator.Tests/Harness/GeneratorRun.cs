using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace S3Gen.Generator.Tests.Harness;

/// <summary>Drives the generator as the compiler does, over models in memory; steps are tracked.</summary>
internal sealed class GeneratorRun
{
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path) is var name && (name.StartsWith("System.", StringComparison.Ordinal) || name is "S3Gen.Runtime.dll" or "Microsoft.Extensions.Logging.Abstractions.dll"))
        .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly GeneratorDriver _driver;

    private GeneratorRun(ImmutableArray<ModelFile> files, GeneratorDriver driver, Compilation compilation)
    {
        Files = files;
        _driver = driver;
        Compilation = compilation;
    }

    public ImmutableArray<ModelFile> Files { get; }

    public Compilation Compilation { get; }

    public GeneratorDriverRunResult Result => _driver.GetRunResult();

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The consumer's code and the generated code as the compiler sees them together.</summary>
    public Compilation Generated => Compilation.AddSyntaxTrees(Result.GeneratedTrees);

    public IReadOnlyDictionary<string, string> Sources =>
        Result.Results.Single().GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public static GeneratorRun Of(string model, string? overlay = null, params (string Key, string Value)[] metadata)
    {
        List<ModelFile> files = [ModelFile.Model("model.json", model, metadata)];
        if (overlay is not null)
        {
            files[0] = ModelFile.Model("model.json", model, [.. metadata, ("Overlay", "overlay.json")]);
            files.Add(ModelFile.Overlay("overlay.json", overlay));
        }

        return Of([.. files]);
    }

    public static GeneratorRun Of(params ModelFile[] files)
    {
        CSharpParseOptions parse = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);
        Compilation compilation = CSharpCompilation.Create(
            "Consumer",
            [CSharpSyntaxTree.ParseText("class User { }", parse)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new S3ClientGenerator().AsSourceGenerator()],
            files,
            parse,
            new MetadataOptionsProvider(files),
            new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        return new GeneratorRun([.. files], driver.RunGenerators(compilation), compilation);
    }

    /// <summary>The same driver after a model file was edited.</summary>
    public GeneratorRun AfterEditing(ModelFile file)
    {
        ModelFile old = Files.Single(other => other.Path == file.Path);
        return new GeneratorRun(Files.Replace(old, file), _driver.ReplaceAdditionalText(old, file).RunGenerators(Compilation), Compilation);
    }

    /// <summary>The same driver after the consumer's own code was edited.</summary>
    public GeneratorRun AfterEditingUserCode()
    {
        Compilation edited = Compilation.ReplaceSyntaxTree(
            Compilation.SyntaxTrees.First(), CSharpSyntaxTree.ParseText("class User { void Edited() { } }", (CSharpParseOptions)Compilation.SyntaxTrees.First().Options));
        return new GeneratorRun(Files, _driver.RunGenerators(edited), edited);
    }

    /// <summary>The reasons for which the outputs of a step came about in the last run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        Result.Results.Single().TrackedSteps.TryGetValue(step, out ImmutableArray<IncrementalGeneratorRunStep> runs)
            ? [.. runs.SelectMany(run => run.Outputs).Select(output => output.Reason)]
            : [];

}

/// <summary>An additional file in memory with the metadata that the package's targets give it.</summary>
internal sealed class ModelFile(string path, string text, IReadOnlyDictionary<string, string> metadata) : AdditionalText
{
    public override string Path { get; } = path;

    public string Text { get; } = text;

    public IReadOnlyDictionary<string, string> Metadata { get; } = metadata;

    public static ModelFile Model(string path, string text, params (string Key, string Value)[] metadata) =>
        new(path, text, metadata.Append(("Role", "Model")).GroupBy(pair => pair.Item1).ToDictionary(group => group.Key, group => group.Last().Item2));

    public static ModelFile Overlay(string path, string text) => new(path, text, new Dictionary<string, string> { ["Role"] = "Overlay" });

    public ModelFile With(string text) => new(Path, text, Metadata);

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Text, Encoding.UTF8);
}

/// <summary>Hands the metadata of <see cref="ModelFile"/> to the generator.</summary>
internal sealed class MetadataOptionsProvider(ModelFile[] files) : AnalyzerConfigOptionsProvider
{
    private readonly Dictionary<string, ModelFile> _files = files.ToDictionary(file => file.Path);

    public override AnalyzerConfigOptions GlobalOptions { get; } = new Options(new Dictionary<string, string> { ["build_property.RootNamespace"] = "Consumer" });

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => new Options(new Dictionary<string, string>());

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) =>
        new Options(_files[textFile.Path].Metadata.ToDictionary(pair => "build_metadata.AdditionalFiles.S3Gen" + pair.Key, pair => pair.Value));

    private sealed class Options(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value) => values.TryGetValue(key, out value!);
    }
}

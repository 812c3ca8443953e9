using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using S3Gen.Generator;

namespace S3Gen.Benchmarks.Generation;

/// <summary>
/// What the generator adds to a compilation, beside System.Text.Json merely parsing the model and its overlay: all of S3 from nothing, one
/// operation edited, one sentence of the overlay edited, and typing elsewhere in the project.
/// </summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest);

    private readonly ModelText _model = ModelText.Load("s3.json");
    private readonly ModelText _overlay = ModelText.Load("s3.overlay.json");
    private readonly CSharpCompilation _compilation = CSharpCompilation.Create("Consumer", [CSharpSyntaxTree.ParseText("class User { }", Parsing)]);
    private byte[] _modelUtf8 = [];
    private byte[] _overlayUtf8 = [];
    private GeneratorDriver _warm = null!;
    private GeneratorDriver _operationEdited = null!;
    private GeneratorDriver _sentenceEdited = null!;
    private Compilation _typed = null!;

    [GlobalSetup]
    public void Generate()
    {
        _modelUtf8 = Encoding.UTF8.GetBytes(_model.Content);
        _overlayUtf8 = Encoding.UTF8.GetBytes(_overlay.Content);
        _warm = NewDriver().RunGenerators(_compilation);
        _operationEdited = _warm.ReplaceAdditionalText(_model, Edited(_model, "/{Bucket}/{Key+}?acl", "/{Bucket}/{Key+}?aclx"));
        _sentenceEdited = _warm.ReplaceAdditionalText(_overlay, Edited(_overlay, "smithy.api#documentation\": \"", "smithy.api#documentation\": \"Edited. "));
        SyntaxTree user = _compilation.SyntaxTrees[0];
        _typed = _compilation.ReplaceSyntaxTree(user, CSharpSyntaxTree.ParseText("class User { void Edited() { } }", Parsing));
    }

    [Benchmark(Baseline = true)]
    public int JsonParsed()
    {
        using JsonDocument model = JsonDocument.Parse(_modelUtf8);
        using JsonDocument overlay = JsonDocument.Parse(_overlayUtf8);
        return (int)model.RootElement.ValueKind + (int)overlay.RootElement.ValueKind;
    }

    [Benchmark]
    public int AllOfS3Generated() => Files(NewDriver().RunGenerators(_compilation));

    [Benchmark]
    public int OneOperationEdited() => Files(_operationEdited.RunGenerators(_compilation));

    [Benchmark]
    public int OneSentenceEdited() => Files(_sentenceEdited.RunGenerators(_compilation));

    [Benchmark]
    public int UserCodeEdited() => Files(_warm.RunGenerators(_typed));

    private static int Files(GeneratorDriver driver) => driver.GetRunResult().GeneratedTrees.Length;

    private static ModelText Edited(ModelText file, string find, string replace)
    {
        int at = file.Content.IndexOf(find, StringComparison.Ordinal);
        return new ModelText(file.Path, string.Concat(file.Content.AsSpan(0, at), replace, file.Content.AsSpan(at + find.Length)));
    }

    private CSharpGeneratorDriver NewDriver() =>
        CSharpGeneratorDriver.Create([new S3ClientGenerator().AsSourceGenerator()], [_model, _overlay], Parsing, new ModelOptions());
}

using Microsoft.CodeAnalysis;
using S3Gen.Generator.Tests.Harness;
using S3Gen.ModelCases.Http;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Synthesis;
using S3Gen.ModelTool.CommandLine;

namespace S3Gen.Generator.Tests.Restoring;

/// <summary>
/// Keeping up with S3: an operation that the model lacks comes in by <c>s3gen model import</c>, and with it its methods, its public API and its
/// contract test, without a line of C#.
/// </summary>
public sealed class RestoredOperationTests
{
    private const string Operation = "RenameObject";

    [Test]
    public void An_operation_that_was_taken_out_comes_back_with_all_that_belongs_to_it()
    {
        using TemporaryModel model = new();
        GeneratorRun before = model.Generate();

        model.TakeOut(Operation);
        GeneratorRun without = model.Generate(without: Operation);
        Assert.That(without.Diagnostics, Is.Empty);
        Assert.That(before.Sources.Keys.Except(without.Sources.Keys), Does.Contain($"S3Gen.S3Client/Operations/{Operation}.g.cs"));
        Assert.That(Api(without).Where(line => line.Contains(Operation, StringComparison.Ordinal)), Is.Empty);
        Assert.That(Contract(model).Operations.Select(operation => operation.Name), Does.Not.Contain(Operation));

        (int code, string output) = Tool("model", "import", model.Published, "--overlay", model.Overlay, "--out", model.Model);
        Assert.That(code, Is.Zero, output);
        Assert.That(output.ReplaceLineEndings("\n"), Is.EqualTo(Change));
        Assert.That(File.ReadAllText(model.Overlay), Is.EqualTo(Models.S3Overlay));

        GeneratorRun after = model.Generate();
        Assert.That(after.Sources, Is.EqualTo(before.Sources));
        Assert.That(Api(after).Where(line => line.Contains(Operation, StringComparison.Ordinal)), Is.EquivalentTo(DeclaredApi()));
        Assert.That(RequestOf(Contract(model)), Is.EqualTo(RequestOf(ModelFiles.LoadS3())));
    }

    [Test]
    public void The_difference_of_the_two_models_is_that_operation_and_nothing_else()
    {
        using TemporaryModel model = new();
        model.TakeOut(Operation);

        (int code, string output) = Tool("model", "diff", model.Model, model.Published);

        Assert.That(code, Is.EqualTo(1));
        Assert.That(output.ReplaceLineEndings("\n"), Is.EqualTo(Change));
    }

    private const string Change = """
        compatible:
          + operation RenameObject
          + structure RenameObjectOutput
          + structure RenameObjectRequest

        3 added, 0 removed, 0 changed; none breaking

        """;

    private static IEnumerable<string> Api(GeneratorRun run) => PublicApi.Lines(run.Generated, "S3Gen");

    private static IEnumerable<string> DeclaredApi() =>
        File.ReadLines(Path.Combine(Models.Root, "runtime", "S3Gen", "PublicAPI.Unshipped.txt")).Where(line => line.Contains(Operation, StringComparison.Ordinal));

    private static ServiceModel Contract(TemporaryModel model) => ModelFiles.Load(model.Model, model.Overlay);

    private static string RequestOf(ServiceModel model)
    {
        OperationShape operation = model.Operation(Operation);
        WireRequest request = new RequestExpectation(model).Build(operation, MessageSynthesizer.Input(operation));
        return $"{request.Method} {request.Path} {string.Join(' ', request.Query)}\n{string.Join('\n', request.Headers)}";
    }

    private static (int Code, string Output) Tool(params string[] args)
    {
        using StringWriter output = new();
        int code = new Tool(output, output).Run(args);
        return (code, output.ToString());
    }
}

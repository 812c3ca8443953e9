using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.Synthesis;
using S3Gen.ModelCases.Values;

namespace S3Gen.Conformance.Tests;

/// <summary>Values that the tests make are valid in any model, not in today's S3 alone.</summary>
public sealed class ValueSynthesisTests
{
    private static readonly ServiceModel[] Models = [ModelFiles.LoadS3(), ModelFiles.Load(VisibleData.PathOf("models/s3-control.json"))];

    private static IEnumerable<TestCaseData> Patterns =>
        Models.SelectMany(model => model.Operations).SelectMany(operation => Reach(operation.Input, []).Concat(Reach(operation.Output, [])))
            .Where(shape => shape.Type == ShapeType.String && shape.Traits.Has(Traits.Pattern))
            .DistinctBy(shape => shape.Id)
            .Select(shape => new TestCaseData(shape).SetArgDisplayNames(shape.Id));

    private static IEnumerable<TestCaseData> Operations =>
        Models.SelectMany(model => model.Operations, (model, operation) => new TestCaseData(operation).SetArgDisplayNames($"{operation.Input.Id} {operation.Name}"));

    [TestCaseSource(nameof(Patterns))]
    public void Sampled_text_matches_its_pattern_and_its_length(Shape shape)
    {
        int min = shape.Traits.Field(Traits.Length, "min")?.GetInt32() ?? 0;
        int max = shape.Traits.Field(Traits.Length, "max")?.GetInt32() ?? int.MaxValue;
        string text = PatternSampler.Sample(shape.Traits.Text(Traits.Pattern)!, min);
        Assert.That(PatternSampler.Matches(text, shape.Traits.Text(Traits.Pattern)!), Is.True);
        Assert.That(text, Has.Length.InRange(min, max));
    }

    [TestCaseSource(nameof(Operations))]
    public void Full_value_sets_each_member_that_its_shape_requires(OperationShape operation)
    {
        StructureValue full = new ValueSynthesizer().Full(operation.Input);
        StructureValue minimal = new ValueSynthesizer().Minimal(operation.Input);
        Assert.That(full.Members.Select(member => member.Key), Is.EqualTo(operation.Input.Members.Select(member => member.Name)));
        Assert.That(minimal.Members.Select(member => member.Key), Is.EqualTo(operation.Input.Members.Where(member => member.IsRequired).Select(member => member.Name)));
        Assert.That(ValueConformer.Conform(full, operation.Input), Is.Not.Null);
    }

    private static IEnumerable<Shape> Reach(Shape shape, HashSet<Shape> seen) => !seen.Add(shape)
        ? []
        : shape.Type == ShapeType.Enum ? [shape] : shape.Members.SelectMany(member => Reach(member.Target, seen)).Prepend(shape);
}

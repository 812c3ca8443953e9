using System.Text.Json.Nodes;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Tests.Check;

/// <summary>What model/README.md says of the overlay.</summary>
public class OverlayTests
{
    private const string Documentation = "smithy.api#documentation";
    private readonly JsonObject _model = ModelDocument.Load(Run.Model).Root;
    private readonly JsonObject _overlay = ModelDocument.Load(Run.Overlay).Root;

    [Test]
    public void Overlay_is_sorted_and_in_the_form_in_which_models_are_written()
    {
        Assert.That(((JsonObject)_overlay["shapes"]!).Select(s => s.Key), Is.Ordered.Using((IComparer<string>)StringComparer.Ordinal));
        Assert.That(JsonText.Write(_overlay), Is.EqualTo(File.ReadAllBytes(Run.Overlay)));
    }

    [Test]
    public void Every_shape_has_a_sentence_and_every_operation_a_link() => Assert.Multiple(() =>
    {
        foreach ((string id, JsonObject shape) in Ast.Shapes(_model))
        {
            Assert.That(Sentence(id), Does.EndWith("."), id);
            string? link = Ast.Text((Ast.Trait(Ast.Shape(_overlay, id), "smithy.api#externalDocumentation") as JsonObject)?["S3 API"]);
            bool isOperation = Ast.Type(shape) == "operation";
            Assert.That(link, Is.EqualTo(isOperation ? $"https://docs.aws.amazon.com/AmazonS3/latest/API/API_{Ast.LocalName(id)}.html" : null), id);
        }
    });

    [Test]
    public void Every_member_has_a_sentence_of_its_own_or_of_its_shape() => Assert.Multiple(() =>
    {
        foreach ((string id, JsonObject shape) in Ast.Shapes(_model))
        {
            foreach ((string name, _, JsonObject member) in Ast.Members(shape))
            {
                Assert.That(Sentence($"{id}${name}") ?? Sentence(Ast.Target(member)!), Is.Not.Null, $"{id}${name}");
            }
        }
    });

    private string? Sentence(string id) => Ast.Text(Ast.Trait(Ast.Shape(_overlay, id), Documentation));
}

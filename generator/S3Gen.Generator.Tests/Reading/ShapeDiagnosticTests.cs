using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Reading;

/// <summary>Faults of shapes, members and names, each at its place.</summary>
public sealed class ShapeDiagnosticTests
{
    private const string Pages = "\"Pages\": { \"target\": \"smithy.api#Integer\" }";
    private const string Title = "\"Title\": { \"target\": \"smithy.api#String\", \"traits\": { \"smithy.api#required\": {} } }";

    [TestCase("\"Pages\": { }", "S3GEN013", "\"Pages\":", "has no 'target'")]
    [TestCase("\"Pages\": 5", "S3GEN013", "\"Pages\":", "has no 'target'")]
    [TestCase("\"Pa ges\": { \"target\": \"smithy.api#Integer\" }", "S3GEN013", "\"Pa ges\":", "letters, digits and underscores")]
    [TestCase("\"Pages\": { \"target\": \"shelf#PutBook\" }", "S3GEN013", "\"Pages\":", "cannot target the operation")]
    [TestCase("\"Pages\": { \"target\": \"smithy.api#Integer\", \"traits\": [] }", "S3GEN013", "\"traits\": []", "have to be an object")]
    [TestCase("\"Pages\": { \"target\": \"smithy.api#Document\" }", "S3GEN006", "\"Pages\":", "a document")]
    [TestCase("\"Pages\": { \"target\": \"shelf#Books\", \"traits\": { \"smithy.api#xmlAttribute\": {} } }", "S3GEN007", "\"smithy.api#xmlAttribute\"", "simple type")]
    [TestCase("\"tItle\": { \"target\": \"smithy.api#Integer\" }", "S3GEN008", "\"tItle\":", "'shelf#Book$Title'")]
    [TestCase("\"ToString\": { \"target\": \"smithy.api#Integer\" }, \"ToStringValue\": { \"target\": \"smithy.api#Integer\" }", "S3GEN008", "\"ToStringValue\":", "ToStringValue")]
    [TestCase("\"Name\": { \"target\": \"smithy.api#Integer\" }, \"NameValue\": { \"target\": \"smithy.api#Integer\" }", "S3GEN008", "\"NameValue\":", "ameValue")]
    [TestCase("\"Pages\": { \"target\": \"smithy.api#Integer\", \"target\": \"smithy.api#Long\" }", "S3GEN001", "\"target\": \"smithy.api#Long\"", "stands twice")]
    public void A_faulty_member_is_refused_at_its_place(string member, string id, string at, string message) =>
        Faulty.Refuses(Models.Shelf.With(Pages, member), id, at, message);

    [TestCase("\"shelf#Books\": { \"type\": \"list\" }", "S3GEN013", "\"shelf#Books\": {", "'member'")]
    [TestCase("\"shelf#Books\": { \"type\": \"list\", \"member\": { \"target\": \"shelf#Books\" } }", "S3GEN013", "\"shelf#Books\": {", "holds itself")]
    [TestCase("\"shelf#Books\": { \"type\": \"list\", \"member\": { \"target\": \"shelf#Gone\" } }", "S3GEN004", "\"member\":", "'shelf#Gone'")]
    [TestCase("\"shelf#Books\": { \"type\": \"map\", \"key\": { \"target\": \"smithy.api#Integer\" }, \"value\": { \"target\": \"shelf#Book\" } }", "S3GEN013", "\"key\":", "strings")]
    [TestCase("\"shelf#Books\": { \"type\": \"list\", \"member\": { \"target\": \"shelf#Book\" }, \"mixins\": [{ \"target\": \"shelf#Nothing\" }] }", "S3GEN004", "\"mixins\"", "shelf#Nothing")]
    [TestCase("\"shelf#Books\": { \"type\": \"list\", \"member\": { \"target\": \"shelf#Book\" } }, \"shelf Books\": { \"type\": \"string\" }", "S3GEN013", "\"shelf Books\"", "namespace#Name")]
    [TestCase("\"shelf#Books\": { \"type\": \"list\", \"member\": { \"target\": \"shelf#Kind\" } }, \"shelf#Kind\": { \"type\": \"intEnum\", \"members\": { \"A\": { \"target\": \"smithy.api#Unit\" } } }", "S3GEN013", "\"A\":", "32 bits")]
    [TestCase("\"shelf#Books\": { \"type\": \"list\", \"member\": { \"target\": \"shelf#BOOK\" } }, \"shelf#BOOK\": { \"type\": \"structure\" }", "S3GEN008", "\"shelf#Book\": {", "'shelf#BOOK'")]
    public void A_faulty_shape_is_refused_at_its_place(string shape, string id, string at, string message) =>
        Faulty.Refuses(Models.Shelf.With("\"shelf#Books\": { \"type\": \"list\", \"member\": { \"target\": \"shelf#Book\" } }", shape), id, at, message);

    [TestCase("{ \"target\": \"shelf#PutBook\" }", "{ \"target\": \"shelf#Lend\" }", "S3GEN004", "\"target\": \"shelf#Lend\"")]
    [TestCase("\"input\": { \"target\": \"shelf#PutBookInput\" }", "\"input\": { \"target\": \"shelf#Gone\" }", "S3GEN004", "\"target\": \"shelf#Gone\"")]
    [TestCase("\"errors\": [{ \"target\": \"shelf#Closed\" }]", "\"errors\": [{ \"target\": \"shelf#Open\" }]", "S3GEN004", "\"target\": \"shelf#Open\"")]
    [TestCase("\"errors\": [{ \"target\": \"shelf#Closed\" }]", "\"errors\": [\"shelf#Closed\"]", "S3GEN013", "\"errors\"")]
    [TestCase("\"input\": { \"target\": \"shelf#PutBookInput\" }", "\"input\": \"shelf#PutBookInput\"", "S3GEN013", "\"input\": \"shelf")]
    [TestCase("\"input\": { \"target\": \"shelf#PutBookInput\" }", "\"input\": { \"target\": \"shelf#Books\" }", "S3GEN013", "\"shelf#PutBook\": {")]
    [TestCase("\"smithy.api#error\": \"client\", ", "", "S3GEN013", "\"shelf#Closed\": {")]
    public void A_faulty_reference_is_refused_at_its_place(string replace, string with, string id, string at) =>
        Faulty.Refuses(Models.Shelf.With(replace, with), id, at);

    [Test]
    public void A_second_service_is_refused_where_it_stands() =>
        Faulty.Refuses(Models.Shelf.With("\"shelf#Books\": {", "\"shelf#Other\": { \"type\": \"service\" }, \"shelf#Books\": {"), "S3GEN003", "\"shelf#Other\"", "'shelf#Shelf', 'shelf#Other'");

    [Test]
    public void Another_protocol_is_refused_at_its_trait() =>
        Faulty.Refuses(Models.Shelf.With("\"aws.protocols#restXml\": {}", "\"aws.protocols#awsJson1_1\": {}"), "S3GEN005", "\"aws.protocols#awsJson1_1\"");

    [Test]
    public void Shapes_that_are_no_object_are_refused() =>
        Faulty.Refuses("{\n  \"smithy\": \"2.0\",\n  \"shapes\": []\n}", "S3GEN013", "\"shapes\"");

    [TestCase("\"20\"")]
    [TestCase("2")]
    [TestCase("\"1.0\"")]
    public void A_version_other_than_2_is_refused(string version) =>
        Faulty.Refuses(Models.Shelf.With("\"smithy\": \"2.0\"", $"\"smithy\": {version}"), "S3GEN002", "\"smithy\"");

    [Test]
    public void A_structure_may_hold_itself() =>
        Assert.That(GeneratorRun.Of(Models.Shelf.With(Title, Title + ", \"Sequels\": { \"target\": \"shelf#Books\" }")).Diagnostics, Is.Empty);
}

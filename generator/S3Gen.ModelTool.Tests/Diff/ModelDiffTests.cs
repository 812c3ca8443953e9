using System.Text.Json.Nodes;
using S3Gen.ModelTool.Diff;

namespace S3Gen.ModelTool.Tests.Diff;

public class ModelDiffTests
{
    [Test]
    public void Same_model_has_no_change() => Assert.That(ModelDiff.Compare(Models.Small(), Models.Small()), Is.Empty);

    [Test]
    public void Prose_is_no_change() => Expect(s => s.Traits("GetThing")["smithy.api#documentation"] = "<p>words</p>");

    [Test]
    public void Operation_removed_breaks() => Expect(
        s =>
        {
            s.Remove("test#GetThing");
            ((JsonArray)s["test#Things"]!["operations"]!).Clear();
        },
        "! - operation GetThing");

    [Test]
    public void Operation_added_is_compatible() => Expect(
        s =>
        {
            s["test#Ping"] = s["test#GetThing"]!.DeepClone();
            ((JsonArray)s["test#Things"]!["operations"]!).Add(new JsonObject { ["target"] = "test#Ping" });
        },
        "  + operation Ping");

    [Test]
    public void Uri_changed_is_compatible() => Expect(
        s => s.Traits("GetThing")["smithy.api#http"]!["uri"] = "/t/{Name}",
        "  ~ operation GetThing: http.uri \"/things/{Name}?thing\" → \"/t/{Name}\"");

    [Test]
    public void Error_no_longer_given_breaks() => Expect(
        s => s["test#GetThing"]!["errors"]!.AsArray().Clear(),
        "! ~ operation GetThing: no longer gives the error NoThing");

    [Test]
    public void Optional_member_added_is_compatible() => Expect(
        s => s.Members("GetThingRequest")["More"] = Models.Member("smithy.api#String"),
        "  + member GetThingRequest.More");

    [Test]
    public void Required_member_added_to_a_request_breaks() => Expect(
        s => s.Members("GetThingRequest")["More"] = Models.Member("smithy.api#String", "smithy.api#required"),
        "! + member GetThingRequest.More: callers have to give it");

    [Test]
    public void Required_member_added_to_a_response_is_compatible() => Expect(
        s => s.Members("GetThingOutput")["More"] = Models.Member("smithy.api#String", "smithy.api#required"),
        "  + member GetThingOutput.More");

    [Test]
    public void Member_removed_breaks() => Expect(s => s.Members("GetThingOutput").Remove("Colour"), "! - member GetThingOutput.Colour");

    [Test]
    public void Member_that_becomes_required_in_a_request_breaks() => Expect(
        s => s.Members("GetThingRequest")["Count"]!["traits"]!["smithy.api#required"] = new JsonObject(),
        "! ~ member GetThingRequest.Count: now required");

    [Test]
    public void Member_of_another_type_breaks() => Expect(
        s => s.Members("GetThingRequest")["Count"]!["target"] = "smithy.api#String",
        "! ~ member GetThingRequest.Count: integer → string");

    [Test]
    public void Member_with_another_target_of_the_same_type_is_compatible() => Expect(
        s =>
        {
            s["test#Number"] = new JsonObject { ["type"] = "integer" };
            s.Members("GetThingRequest")["Count"]!["target"] = "test#Number";
        },
        "  ~ member GetThingRequest.Count: target Count → Number",
        "  + integer Number");

    [Test]
    public void Range_that_narrows_breaks() => Expect(
        s => s.Traits("Count")["smithy.api#range"] = JsonNode.Parse("""{"min": 2, "max": 100}"""),
        "! ~ integer Count: range.min 1 → 2");

    [Test]
    public void Range_that_widens_is_compatible() => Expect(
        s => s.Traits("Count")["smithy.api#range"] = JsonNode.Parse("""{"min": 0, "max": 200}"""),
        "  ~ integer Count: range.min 1 → 0; range.max 100 → 200");

    [Test]
    public void Waiter_removed_breaks_and_added_does_not()
    {
        JsonObject one = Models.Small(s => s.Traits("GetThing")["smithy.waiters#waitable"] = JsonNode.Parse("""{"Up": {}}"""));
        JsonObject two = Models.Small(s => s.Traits("GetThing")["smithy.waiters#waitable"] = JsonNode.Parse("""{"Up": {}, "Down": {}}"""));
        Assert.That(ModelDiff.Compare(one, two).Single().IsBreaking, Is.False);
        Assert.That(ModelDiff.Compare(two, one).Single().IsBreaking, Is.True);
    }

    [Test]
    public void Enum_value_removed_breaks_and_added_does_not() => Expect(
        s =>
        {
            s.Members("Colour").Remove("RED");
            s.Members("Colour")["GREEN"] = Models.Member("smithy.api#Unit");
        },
        "! - enum value Colour.RED",
        "  + enum value Colour.GREEN");

    [Test]
    public void Wire_value_changed_breaks() => Expect(
        s => s.Members("Colour")["RED"]!["traits"]!["smithy.api#enumValue"] = "rot",
        "! ~ enum value Colour.RED: enumValue \"red\" → \"rot\"");

    [Test]
    public void Order_of_members_changed_is_compatible() => Expect(
        s =>
        {
            JsonObject members = s.Members("GetThingRequest");
            JsonNode name = members["Name"]!;
            members.Remove("Name");
            members.Add("Name", name);
        },
        "  ~ GetThingRequest: order of members");

    [Test]
    public void Type_of_a_shape_changed_breaks() => Expect(
        s => s["test#GetThingOutput"]!["type"] = "union",
        "! ~ union GetThingOutput: type structure → union");

    private static void Expect(Action<JsonObject> change, params string[] expected)
    {
        IEnumerable<string> found = ModelDiff.Compare(Models.Small(), Models.Small(change)).Select(c => $"{(c.IsBreaking ? '!' : ' ')} {c}");
        Assert.That(found, Is.EquivalentTo(expected));
    }
}

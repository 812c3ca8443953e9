using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>What the value of a trait looks like, in words and as a test.</summary>
internal sealed record TraitForm(string Wanted, Func<Node, bool> IsMet)
{
    public static readonly TraitForm Object = new("an object", static value => value is ObjectNode);

    public static readonly TraitForm Text = new("a string", static value => value is StringNode);

    public static TraitForm TextLike(string wanted, Func<string, bool> isMet) => new(wanted, value => value is StringNode text && isMet(text.Value));

    /// <summary>An object; its properties, where they are there, have the forms given. A <c>*</c> after a name says that it has to be there.</summary>
    public static TraitForm With(params (string Name, TraitForm Form)[] properties)
    {
        string wanted = string.Join(", ", properties.Select(property => $"'{property.Name.TrimEnd('*')}' ({property.Form.Wanted}{(property.Name.EndsWith("*", StringComparison.Ordinal) ? "" : ", optional")})"));
        return new TraitForm($"an object with {wanted}", value => value is ObjectNode && properties.All(property => IsPropertyMet(value, property.Name, property.Form)));
    }

    private static bool IsPropertyMet(Node value, string name, TraitForm form) =>
        value[name.TrimEnd('*')] is { } found ? form.IsMet(found) : !name.EndsWith("*", StringComparison.Ordinal);
}

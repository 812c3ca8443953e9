using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>Values of the traits that the generator understands have the form that it reads.</summary>
internal static class TraitCheck
{
    public static void Check(CheckContext context, Shape shape)
    {
        CheckAll(context, shape, null, shape.Traits);
        foreach (Member member in shape.Members)
        {
            CheckAll(context, shape, member, member.Traits);
        }
    }

    private static void CheckAll(CheckContext context, Shape shape, Member? member, TraitSet traits)
    {
        foreach (NodeProperty trait in traits.Items)
        {
            if (TraitForms.Of(trait.Name) is { } form && !form.IsMet(trait.Value))
            {
                context.Malformed(shape, member, trait.Name, $"the value of its trait '{trait.Name}' has to be {form.Wanted}");
            }
        }
    }
}

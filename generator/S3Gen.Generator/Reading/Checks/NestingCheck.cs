using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>Lists and maps of lists and maps have to end: one that holds itself has no C# type.</summary>
internal static class NestingCheck
{
    /// <summary>Deeper than anybody writes, and no deeper than names of types can be read.</summary>
    private const int Deepest = 32;

    public static void Check(CheckContext context)
    {
        Dictionary<string, int> depths = [];
        foreach (Shape shape in context.Model.Shapes)
        {
            if (shape.Type is ShapeType.List or ShapeType.Map && DepthOf(context, shape, depths, 0) > Deepest)
            {
                context.Malformed(shape, null, null, $"it holds itself, or more than {Deepest} lists and maps one in another, without a structure between");
            }
        }
    }

    private static int DepthOf(CheckContext context, Shape shape, Dictionary<string, int> depths, int above)
    {
        if (shape.Type is not (ShapeType.List or ShapeType.Map))
        {
            return 0;
        }

        if (depths.TryGetValue(shape.Id, out int known) || above > Deepest)
        {
            return known;
        }

        // Until its depth is known, a shape is deeper than allowed: one that is met again on the way down holds itself.
        depths[shape.Id] = Deepest + 1;
        int depth = 1;
        foreach (Member member in shape.Members)
        {
            depth = Math.Max(depth, 1 + DepthOf(context, context.Shapes[member.Target], depths, above + 1));
        }

        depths[shape.Id] = above + depth > Deepest ? Deepest + 1 : depth;
        return depths[shape.Id];
    }
}

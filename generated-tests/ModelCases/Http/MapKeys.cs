using S3Gen.ModelCases.Model;

namespace S3Gen.ModelCases.Http;

/// <summary>The names that the keys of maps have in documents, by which entries are told from other elements.</summary>
public static class MapKeys
{
    /// <summary>Those of all maps within a shape.</summary>
    public static IReadOnlySet<string> Of(Shape shape)
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        Collect(shape, keys, []);
        return keys;
    }

    private static void Collect(Shape shape, HashSet<string> keys, HashSet<Shape> seen)
    {
        if (!seen.Add(shape))
        {
            return;
        }

        if (shape.Type == ShapeType.Map)
        {
            keys.Add(shape.Members[0].XmlName);
        }

        foreach (Member member in shape.Members)
        {
            Collect(member.Target, keys, seen);
        }
    }
}

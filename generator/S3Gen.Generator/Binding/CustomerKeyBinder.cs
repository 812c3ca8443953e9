using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>Finds the keys that callers provide, and the members of the same input that are filled in from them.</summary>
internal static class CustomerKeyBinder
{
    /// <summary>Marks keys and their companions among the members of an input.</summary>
    /// <param name="members">The members, in the order of the shape.</param>
    /// <param name="shape">The input.</param>
    /// <param name="shapes">All shapes.</param>
    public static void Bind(List<MemberBinding> members, Shape shape, ShapeIndex shapes)
    {
        for (int i = 0; i < members.Count; i++)
        {
            if (members[i].Location == MemberLocation.Header && Find(shape.Members[i], shapes) is { } trait)
            {
                string key = members[i].Property;
                Mark(members, members[i].Name, CustomerKeyRole.Key, key);
                Mark(members, trait["algorithm"]?.AsString(), CustomerKeyRole.Algorithm, key);
                Mark(members, trait["digest"]?.AsString(), CustomerKeyRole.Digest, key);
            }
        }
    }

    /// <summary>The trait of a member or of the shape that it targets.</summary>
    public static Node? Find(Member member, ShapeIndex shapes) => member.Traits[TraitIds.CustomerKey] ?? shapes[member.Target].Traits[TraitIds.CustomerKey];

    private static void Mark(List<MemberBinding> members, string? name, CustomerKeyRole role, string key)
    {
        int index = members.FindIndex(member => member.Name == name);
        members[index] = members[index] with { CustomerKeyRole = role, CustomerKeyProperty = key };
    }
}

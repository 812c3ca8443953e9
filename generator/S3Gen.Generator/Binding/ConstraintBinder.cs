using System.Globalization;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>Which checks of the runtime a request's member has to pass before anything is sent.</summary>
internal static class ConstraintBinder
{
    public static EquatableArray<ConstraintBinding> Bind(TraitSet member, TraitSet target, TypeBinding type, MemberLocation location)
    {
        List<ConstraintBinding> constraints = [];
        if (location == MemberLocation.Label && type.Kind == TypeKind.String)
        {
            string check = Has(TraitIds.BucketName) ? "Bucket" : Has(TraitIds.ObjectKey) ? "ObjectKey" : "Label";
            constraints.Add(new ConstraintBinding(check, string.Empty));
        }

        if (Has(TraitIds.ByteRange))
        {
            constraints.Add(new ConstraintBinding("ByteRange", string.Empty));
        }

        if (location == MemberLocation.Header && Has(TraitIds.CustomerKey))
        {
            constraints.Add(new ConstraintBinding("CustomerKey", string.Empty));
        }

        if ((member[TraitIds.Range] ?? target[TraitIds.Range]) is { } range
            && type.Kind is TypeKind.Byte or TypeKind.Short or TypeKind.Integer or TypeKind.Long)
        {
            constraints.Add(new ConstraintBinding("Range", $"{Bound(range["min"], "long.MinValue")}, {Bound(range["max"], "long.MaxValue")}"));
        }

        return constraints.ToEquatableArray();

        bool Has(string trait) => member.Has(trait) || target.Has(trait);
    }

    private static string Bound(Node? node, string unbounded) =>
        node is NumberNode number && decimal.TryParse(number.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal value)
            && value is >= long.MinValue and <= long.MaxValue
            ? decimal.Truncate(value).ToString(CultureInfo.InvariantCulture)
            : unbounded;
}

using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>Errors of the model to exceptions.</summary>
internal static class ErrorBinder
{
    /// <summary>Members whose content every service exception has anyway.</summary>
    private static readonly HashSet<string> Common = new(StringComparer.OrdinalIgnoreCase) { "Message", "Code", "RequestId", "HostId" };

    public static ErrorBinding Bind(BindingContext context, MemberBinder members, Shape shape)
    {
        string name = BindingContext.ExceptionName(shape);
        return new ErrorBinding
        {
            Target = context.Target,
            FileName = "Exceptions/" + name,
            ShapeId = shape.Id,
            TypeName = name,
            Code = shape.Name,
            Members = members.BindError(shape, name).Where(member => !Common.Contains(member.Name)).ToEquatableArray(),
            Documentation = shape.Traits.Text(TraitIds.Documentation),
        };
    }
}

using System.Globalization;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>A model to the double of its client.</summary>
internal static class MockBinder
{
    public static MockBinding Bind(BindingContext context, OperationBinder operations) => new()
    {
        Target = context.Target,
        FileName = MockBinding.NameOf(context.Target),
        ShapeId = context.Model.Service.Id,
        Operations = context.Operations.Select(operations.Bind).OrderBy(operation => operation.Name, StringComparer.Ordinal).Select(BindOperation).ToEquatableArray(),
        Errors = context.Model.Shapes
            .Where(shape => shape.Type == ShapeType.Structure && shape.Traits.Has(TraitIds.Error))
            .Select(shape => new MockErrorBinding(shape.Name, BindingContext.ExceptionName(shape), StatusOf(shape)))
            .OrderBy(error => error.Code, StringComparer.Ordinal)
            .ToEquatableArray(),
    };

    private static MockOperationBinding BindOperation(OperationBinding operation)
    {
        MemberBinding? body = operation.Request.Members.FirstOrDefault(member => member.Type.Kind == TypeKind.StreamingBlob);
        MemberBinding? stream = operation.Response.Members.FirstOrDefault(member => member.Type.Kind == TypeKind.StreamingBlob);
        return new MockOperationBinding(operation.Name)
        {
            Subjects = operation.Request.Members
                .Where(member => member.Location is MemberLocation.Bucket or MemberLocation.Label && !member.IsSensitive)
                .OrderBy(member => member.Location == MemberLocation.Bucket ? 0 : 1)
                .Select(member => member.Property)
                .ToEquatableArray(),
            Body = body?.Property,
            Length = body is null ? null : operation.Request.Members.FirstOrDefault(IsLength)?.Property,
            Stream = stream?.Property,
            Copied = stream is null
                ? default
                : operation.Response.Members.Where(member => member != stream).Select(member => member.Property).ToEquatableArray(),
            HasDefault = operation.Response.Members.All(member => member.Type.Kind != TypeKind.EventStream),
        };
    }

    private static bool IsLength(MemberBinding member) =>
        member.Location == MemberLocation.Header && member.Type.Kind == TypeKind.Long && member.WireName.Equals("Content-Length", StringComparison.OrdinalIgnoreCase);

    private static int? StatusOf(Shape error) =>
        error.Traits[TraitIds.HttpError] is NumberNode { Text: var status } ? int.Parse(status, CultureInfo.InvariantCulture) : null;
}

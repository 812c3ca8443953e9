using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>Structures and unions that members have as their type.</summary>
internal sealed class StructureBinder(BindingContext context, MemberBinder members)
{
    public StructureBinding Bind(Shape shape)
    {
        bool sent = context.Usage.IsSent(shape);
        bool received = context.Usage.IsReceived(shape);
        string name = BindingContext.TypeName(shape);
        return new StructureBinding
        {
            Target = context.Target,
            FileName = "Types/" + name,
            ShapeId = shape.Id,
            TypeName = name,
            RootName = RootNameOf(shape),
            Usage = received ? StructureUsage.Output : StructureUsage.Input,
            Members = members.BindNested(shape, name, sent, received),
            IsUnion = shape.Type == ShapeType.Union,
            IsWritten = sent,
            IsRead = received,
            IsEvent = context.Usage.IsEvent(shape) && !context.Target.IsServer,
            FinalEvent = shape.Traits[TraitIds.FinalEvent]?["name"]?.AsString(),
            IsEventStream = shape.Type == ShapeType.Union && shape.Traits.Has(TraitIds.Streaming),
            Documentation = shape.Traits.Text(TraitIds.Documentation),
        };
    }

    public StructureBinding BindRequest(Shape operation)
    {
        string name = operation.Name + "Request";
        Shape input = ShapeOrUnit(operation.Input);
        return Message(input, name, context.Target.IsServer ? StructureUsage.Output : StructureUsage.Input) with { Members = members.BindInput(input, name) };
    }

    public StructureBinding BindResponse(Shape operation)
    {
        string name = operation.Name + "Response";
        Shape output = ShapeOrUnit(operation.Output);
        return Message(output, name, context.Target.IsServer ? StructureUsage.Input : StructureUsage.Output) with { Members = members.BindOutput(output, name) };
    }

    private static string RootNameOf(Shape shape) => shape.Traits.Text(TraitIds.XmlName) ?? shape.Name;

    private Shape ShapeOrUnit(string? id) => context.Shapes[id ?? ShapeIndex.Unit];

    private StructureBinding Message(Shape shape, string name, StructureUsage usage) => new()
    {
        Target = context.Target,
        FileName = name,
        ShapeId = shape.Id,
        TypeName = name,
        RootName = RootNameOf(shape),
        Usage = usage,
        Members = default,
        Documentation = shape.Id == ShapeIndex.Unit ? null : shape.Traits.Text(TraitIds.Documentation),
    };
}

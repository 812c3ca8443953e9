using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>A model to the slices that its files are generated from, sorted by file name.</summary>
internal static class ModelBinder
{
    public static EquatableArray<FileBinding> Bind(ServiceModel model)
    {
        BindingContext context = new(model);
        MemberBinder members = new(context);
        StructureBinder structures = new(context, members);
        OperationBinder operations = new(context, structures);
        if (model.Settings.Emit == "mock")
        {
            return new FileBinding[] { MockBinder.Bind(context, operations) }.ToEquatableArray();
        }

        List<FileBinding> files = [.. context.Operations.Select(operations.Bind)];
        if (context.Target.IsServer)
        {
            files.Add(RoutesBinding.Of(context, files.Cast<OperationBinding>()));
        }
        else
        {
            files.Add(BindClient(context));
            if (EndpointRulesBinder.Bind(context) is { } rules)
            {
                files.Add(rules);
            }
        }

        foreach (Shape shape in model.Shapes)
        {
            switch (shape.Type)
            {
                case ShapeType.Enum or ShapeType.IntEnum:
                    files.Add(EnumBinder.Bind(context, shape));
                    break;
                case ShapeType.Structure when shape.Traits.Has(TraitIds.Error) && context.Target.IsServer:
                    // An error is an answer of the server's own making: it has codes that no model names.
                    break;
                case ShapeType.Union when shape.Traits.Has(TraitIds.Streaming) && context.Target.IsServer:
                    // Frames of events go past the marshallers, as all that streams does.
                    break;
                case ShapeType.Structure when shape.Traits.Has(TraitIds.Error):
                    files.Add(ErrorBinder.Bind(context, members, shape));
                    break;
                case ShapeType.Structure or ShapeType.Union when context.Usage.IsMemberTarget(shape):
                    files.Add(structures.Bind(shape));
                    break;
            }
        }

        return files.OrderBy(file => file.FileName, StringComparer.Ordinal).ToEquatableArray();
    }

    private static ClientBinding BindClient(BindingContext context)
    {
        Shape service = context.Model.Service;
        IEnumerable<ErrorCodeBinding> errors = context.Model.Shapes
            .Where(shape => shape.Type == ShapeType.Structure && shape.Traits.Has(TraitIds.Error))
            .Select(shape => new ErrorCodeBinding(shape.Name, BindingContext.ExceptionName(shape)))
            .OrderBy(error => error.Code, StringComparer.Ordinal);
        Node? serviceTrait = service.Traits[TraitIds.ServiceTrait];
        string signingName = service.Traits[TraitIds.SigV4]?["name"]?.AsString() ?? serviceTrait?["arnNamespace"]?.AsString() ?? "s3";
        return new ClientBinding
        {
            Target = context.Target,
            FileName = context.Target.ClientName,
            ShapeId = service.Id,
            ServiceName = context.ServiceName,
            SigningName = signingName,
            EndpointPrefix = serviceTrait?["endpointPrefix"]?.AsString() ?? signingName,
            Title = service.Traits.Text(TraitIds.Title) ?? context.ServiceName,
            ErrorsWrapped = !(service.Traits[TraitIds.RestXml]?["noErrorWrapping"]?.IsTrue ?? false),
            Errors = errors.ToEquatableArray(),
            HasEndpointRules = context.EndpointRules is not null,
            Options = EndpointRulesBinder.BindOptions(context),
        };
    }
}

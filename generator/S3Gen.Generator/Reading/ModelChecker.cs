using Microsoft.CodeAnalysis;
using S3Gen.Generator.Binding;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Reading;

/// <summary>Checks what a binder relies on, so that a faulty model is a diagnostic at its place and never an exception.</summary>
internal sealed class ModelChecker(ServiceModel model, JsonTree tree, DiagnosticBag diagnostics)
{
    private readonly ShapeIndex _shapes = new(model.Shapes);

    public void Check()
    {
        foreach (Shape shape in model.Shapes)
        {
            CheckShape(shape);
        }

        foreach (string id in model.Service.Operations)
        {
            CheckOperation(_shapes[id]);
        }

        CheckNames();
        EndpointRulesChecker.Check(model, tree, diagnostics);
    }

    private void CheckShape(Shape shape)
    {
        if (shape.Type is ShapeType.Document or ShapeType.Service or ShapeType.Resource)
        {
            Report(DiagnosticCatalog.UnsupportedFeature, shape, null, shape.Id, $"the type '{shape.Type.ToString().ToLowerInvariant()}' here");
        }

        foreach (Member member in shape.Members)
        {
            Shape target = _shapes[member.Target];
            if (member.Traits.Has(TraitIds.EventHeader))
            {
                Report(DiagnosticCatalog.UnsupportedFeature, shape, member, $"{shape.Id}${member.Name}", "a header of an event");
            }

            if (target.Type is ShapeType.Document)
            {
                Report(DiagnosticCatalog.UnsupportedFeature, shape, member, $"{shape.Id}${member.Name}", "a document");
            }
            else if (target.Type is ShapeType.Operation or ShapeType.Service or ShapeType.Resource)
            {
                Report(DiagnosticCatalog.MalformedShape, shape, member, $"{shape.Id}${member.Name}", $"a member cannot target the {target.Type.ToString().ToLowerInvariant()} '{target.Id}'");
            }
        }

        if (shape.Type == ShapeType.Map && shape.Members.Count > 0 && _shapes[shape.Members[0].Target].Type is not (ShapeType.String or ShapeType.Enum))
        {
            Report(DiagnosticCatalog.MalformedShape, shape, null, shape.Id, "the keys of a map have to be strings");
        }
    }

    private void CheckOperation(Shape operation)
    {
        if (operation.Type != ShapeType.Operation)
        {
            Report(DiagnosticCatalog.MalformedShape, operation, null, operation.Id, "the service lists it as an operation, and it is none");
            return;
        }

        if (operation.Traits[TraitIds.Http] is not { } http || http["method"]?.AsString() is not { Length: > 0 } || http["uri"]?.AsString() is not { } uri || !uri.StartsWith("/", StringComparison.Ordinal))
        {
            Report(DiagnosticCatalog.InvalidBinding, operation, null, operation.Id, "the trait smithy.api#http needs a 'method', and a 'uri' that begins with '/'");
            return;
        }

        foreach (NodeProperty waiter in (operation.Traits[TraitIds.Waitable] as ObjectNode)?.Properties ?? default)
        {
            if (!WaiterBinder.IsSupported(waiter.Value))
            {
                Report(DiagnosticCatalog.SkippedWaiter, operation, null, waiter.Name, operation.Id);
            }
        }

        if (CheckMessage(operation, operation.Input, "input") is { } input)
        {
            CheckLabels(operation, input, UriTemplate.Parse(uri));
            CheckBindings(input);
        }

        if (CheckMessage(operation, operation.Output, "output") is { } output)
        {
            CheckBindings(output);
        }

        foreach (string error in operation.Errors)
        {
            CheckMessage(operation, error, "error");
        }
    }

    private Shape? CheckMessage(Shape operation, string? id, string role)
    {
        Shape shape = _shapes[id ?? ShapeIndex.Unit];
        if (shape.Type == ShapeType.Structure)
        {
            return shape;
        }

        Report(DiagnosticCatalog.MalformedShape, operation, null, operation.Id, $"its {role} '{id}' has to be a structure");
        return null;
    }

    private void CheckLabels(Shape operation, Shape input, UriTemplate uri)
    {
        foreach (UriPart label in uri.Path.Where(part => part.IsLabel))
        {
            if (input.Find(label.Text) is not { } member || !member.Traits.Has(TraitIds.HttpLabel))
            {
                Report(DiagnosticCatalog.InvalidBinding, operation, null, operation.Id, $"the uri has the label '{label.Text}', and the input has no member of that name with the trait smithy.api#httpLabel");
            }
        }

        foreach (Member member in input.Members.Where(member => member.Traits.Has(TraitIds.HttpLabel)))
        {
            if (!uri.Path.Any(part => part.IsLabel && part.Text == member.Name))
            {
                Report(DiagnosticCatalog.InvalidBinding, input, member, $"{input.Id}${member.Name}", "it is a label, and the uri of the operation has no place for it");
            }
            else if (!member.Traits.Has(TraitIds.Required))
            {
                Report(DiagnosticCatalog.InvalidBinding, input, member, $"{input.Id}${member.Name}", "a label has to be required");
            }
        }
    }

    private void CheckBindings(Shape message)
    {
        string[] places =
        [
            TraitIds.HttpLabel, TraitIds.HttpHeader, TraitIds.HttpQuery, TraitIds.HttpPrefixHeaders, TraitIds.HttpPayload, TraitIds.HttpQueryParams,
            TraitIds.HttpResponseCode,
        ];
        foreach (Member member in message.Members)
        {
            string[] used = [.. places.Where(member.Traits.Has)];
            if (used.Length > 1)
            {
                Report(DiagnosticCatalog.InvalidBinding, message, member, $"{message.Id}${member.Name}", $"it has several places in the message: {string.Join(", ", used)}");
            }

            CheckPlace(message, member);
        }

        if (message.Members.Count(member => member.Traits.Has(TraitIds.HttpPayload)) > 1)
        {
            Report(DiagnosticCatalog.InvalidBinding, message, null, message.Id, "a message has one payload");
        }
    }

    private void CheckPlace(Shape message, Member member)
    {
        ShapeType type = _shapes[member.Target].Type;
        bool simple = type is not (ShapeType.Structure or ShapeType.Union or ShapeType.Map or ShapeType.List);
        bool listOfSimple = type == ShapeType.List && _shapes[_shapes[member.Target].Members[0].Target].Type is not (ShapeType.Structure or ShapeType.Union or ShapeType.Map or ShapeType.List);
        string? fault =
            member.Traits.Has(TraitIds.HttpLabel) && !simple ? "a label has to be a simple type"
            : (member.Traits.Has(TraitIds.HttpHeader) || member.Traits.Has(TraitIds.HttpQuery)) && !simple && !listOfSimple ? "a header or query parameter has to be a simple type or a list of one"
            : (member.Traits.Has(TraitIds.HttpPrefixHeaders) || member.Traits.Has(TraitIds.HttpQueryParams)) && type != ShapeType.Map ? "it has to be a map"
            : member.Traits.Has(TraitIds.HttpResponseCode) && type != ShapeType.Integer ? "the response code has to be an integer"
            : member.Traits.Has(TraitIds.HttpPayload) && type is not (ShapeType.Structure or ShapeType.Union or ShapeType.Blob or ShapeType.String or ShapeType.Enum) ? "a payload has to be a structure, a union, a blob or a string"
            : null;
        if (fault is not null)
        {
            Report(DiagnosticCatalog.InvalidBinding, message, member, $"{message.Id}${member.Name}", fault);
        }
    }

    private void CheckNames()
    {
        Dictionary<string, string> types = [];
        foreach (Shape operation in model.Service.Operations.Select(id => _shapes[id]))
        {
            Claim(operation.Name + "Request", operation);
            Claim(operation.Name + "Response", operation);
        }

        UsageAnalysis usage = new(model, _shapes);
        foreach (Shape shape in model.Shapes)
        {
            bool isError = shape.Traits.Has(TraitIds.Error);
            if (shape.Type is ShapeType.Enum or ShapeType.IntEnum || isError || (shape.Type is ShapeType.Structure or ShapeType.Union && usage.IsMemberTarget(shape)))
            {
                Claim(isError ? BindingContext.ExceptionName(shape) : BindingContext.TypeName(shape), shape);
            }

            if (shape.Type is ShapeType.Structure or ShapeType.Union)
            {
                CheckMemberNames(shape);
            }
        }

        void Claim(string name, Shape shape)
        {
            if (types.TryGetValue(name, out string? other))
            {
                Report(DiagnosticCatalog.DuplicateName, shape, null, other, shape.Id, name);
                return;
            }

            types.Add(name, shape.Id);
        }
    }

    private void CheckMemberNames(Shape shape)
    {
        Dictionary<string, string> properties = [];
        foreach (Member member in shape.Members)
        {
            string name = CSharpNames.Pascal(member.Name);
            if (properties.TryGetValue(name, out string? other))
            {
                Report(DiagnosticCatalog.DuplicateName, shape, member, $"{shape.Id}${other}", $"{shape.Id}${member.Name}", name);
                continue;
            }

            properties.Add(name, member.Name);
        }
    }

    private void Report(DiagnosticDescriptor descriptor, Shape shape, Member? member, params string[] arguments)
    {
        SourcePosition position = member is null ? tree.PositionOf("shapes", shape.Id) : tree.PositionOf("shapes", shape.Id, "members", member.Name);
        diagnostics.Add(descriptor, tree.Path, position, arguments);
    }
}

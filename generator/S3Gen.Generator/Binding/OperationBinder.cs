using System.Globalization;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>Operations: the HTTP view of input and output, and what follows from traits.</summary>
internal sealed class OperationBinder(BindingContext context, StructureBinder structures)
{
    private readonly PaginatorBinder _paginators = new(context);
    private readonly EndpointInputBinder? _endpoints = context.EndpointRules is { } rules ? new(context.Shapes, rules) : null;

    public OperationBinding Bind(Shape operation)
    {
        Node http = operation.Traits[TraitIds.Http]!;
        UriTemplate uri = UriTemplate.Parse(http["uri"]?.AsString() ?? "/");
        StructureBinding request = structures.BindRequest(operation);
        StructureBinding response = structures.BindResponse(operation);
        ResponseBodyBinding responseBody = ContentTraits.Add(BindResponseBody(operation, response), operation, request, response);
        (EquatableArray<PathSegment> path, request) = BindPath(uri, request, context.Shapes[operation.Input ?? ShapeIndex.Unit]);
        return new OperationBinding
        {
            Target = context.Target,
            FileName = "Operations/" + operation.Name,
            ShapeId = operation.Id,
            Name = operation.Name,
            Method = http["method"]?.AsString() ?? "GET",
            Path = path,
            QueryLiterals = uri.Query,
            Request = request,
            Response = response,
            Body = BindBody(operation, request),
            ResponseBody = responseBody,
            SuccessStatus = http["code"] is NumberNode { Text: var code } ? int.Parse(code, CultureInfo.InvariantCulture) : 200,
            Flags = BindFlags(operation, request, responseBody).ToEquatableArray(),
            ChecksumAlgorithmHeader = BindChecksumHeader(operation, request),
            HostPrefix = BindHostPrefix(operation),
            EndpointInputs = _endpoints?.Bind(operation) ?? default,
            Paginator = _paginators.Bind(operation, request),
            Waiters = WaiterBinder.Bind(context.Shapes, operation),
            Exceptions = operation.Errors.Select(id => BindingContext.ExceptionName(context.Shapes[id])).ToEquatableArray(),
            Documentation = operation.Traits.Text(TraitIds.Documentation),
            DocumentationLink = LinkOf(operation),
            Deprecation = Deprecations.MessageOf(operation.Traits),
        };
    }

    // Rules that are given the labels of the prefix put them into the host name themselves, or leave them out on purpose.
    private string? BindHostPrefix(Shape operation)
    {
        Member[] labels = [.. context.Shapes[operation.Input ?? ShapeIndex.Unit].Members.Where(member => member.Traits.Has(TraitIds.HostLabel))];
        bool isRules = _endpoints is not null && labels.Length > 0 && labels.All(_endpoints.IsRead);
        return isRules ? null : operation.Traits[TraitIds.Endpoint]?["hostPrefix"]?.AsString();
    }

    // The endpoint carries the bucket where the URI begins with it (models/README: "Bucket label").
    private (EquatableArray<PathSegment> Path, StructureBinding Request) BindPath(UriTemplate uri, StructureBinding request, Shape input)
    {
        List<UriPart> parts = [.. uri.Path];
        MemberBinding? bucket = parts.Count >= 2 && parts[0].Text == "/" && parts[1].IsLabel
            ? request.Members.FirstOrDefault(member => member.Name == parts[1].Text && member.Location == MemberLocation.Label)
            : null;
        bool isRules = bucket is not null && _endpoints is not null && _endpoints.IsRead(input.Find(bucket.Name)!);
        if (bucket is not null && (isRules || bucket.Constraints.Any(constraint => constraint.Check == "Bucket")))
        {
            parts.RemoveRange(0, 2);
            MemberBinding moved = bucket with { Location = MemberLocation.Bucket };
            request = request with { Members = request.Members.Select(member => member == bucket ? moved : member).ToEquatableArray() };
        }

        IEnumerable<PathSegment> path = parts.Select(part => part.IsLabel
            ? new PathSegment(null, request.Members.First(member => member.Name == part.Text), part.IsGreedy)
            : new PathSegment(part.Text, null, false));
        return (path.ToEquatableArray(), request);
    }

    private RequestBodyBinding BindBody(Shape operation, StructureBinding request)
    {
        if (request.Members.FirstOrDefault(member => member.Location == MemberLocation.Payload) is { } payload)
        {
            bool structured = payload.Type.Kind is TypeKind.Structure or TypeKind.Union;
            return structured
                ? new RequestBodyBinding(RequestBodyKind.Structure, payload, payload.WireName, RootNamespace(payload.Namespace, payload.Type.Namespace))
                : new RequestBodyBinding(RequestBodyKind.Raw, payload, string.Empty, string.Empty) { MediaType = payload.Type.MediaType };
        }

        if (request.Members.All(member => member.Location != MemberLocation.Body))
        {
            return new RequestBodyBinding(RequestBodyKind.None, null, string.Empty, string.Empty);
        }

        Shape input = context.Shapes[operation.Input!];
        return new RequestBodyBinding(
            RequestBodyKind.Members, null, input.Traits.Text(TraitIds.XmlName) ?? input.Name, RootNamespace(XmlNamespaces.AttributeText(input.Traits), null));
    }

    private string RootNamespace(string own, string? targets) =>
        own.Length > 0 ? own : targets is { Length: > 0 } ? targets : context.ServiceNamespace;

    private ResponseBodyBinding BindResponseBody(Shape operation, StructureBinding response)
    {
        if (response.Members.FirstOrDefault(member => member.Location == MemberLocation.Payload) is { } payload)
        {
            ResponseBodyForm form = payload.Type.IsStreaming ? ResponseBodyForm.Stream
                : payload.Type.Kind is TypeKind.Structure or TypeKind.Union ? ResponseBodyForm.Structure : ResponseBodyForm.Raw;
            return new ResponseBodyBinding(form, payload, payload.WireName)
            {
                RootNamespace = RootNamespace(payload.Namespace, payload.Type.Namespace),
                IsDue = operation.Traits.Has(TraitIds.ErrorInSuccess),
            };
        }

        MemberBinding? body = response.Members.FirstOrDefault(member => member.Location == MemberLocation.Body);
        if (body is null)
        {
            return new ResponseBodyBinding(ResponseBodyForm.None, null, string.Empty);
        }

        Shape output = context.Shapes[operation.Output!];
        string root = output.Traits.Text(TraitIds.XmlName) ?? output.Name;
        return operation.Traits.Has(TraitIds.UnwrappedXmlOutput)
            ? new ResponseBodyBinding(ResponseBodyForm.Unwrapped, body, body.WireName) { RootNamespace = context.ServiceNamespace }
            : new ResponseBodyBinding(ResponseBodyForm.Members, null, root) { RootNamespace = RootNamespace(XmlNamespaces.AttributeText(output.Traits), null) };
    }

    private IEnumerable<string> BindFlags(Shape operation, StructureBinding request, ResponseBodyBinding responseBody)
    {
        if (operation.Traits.Has(TraitIds.ErrorInSuccess) || (responseBody.IsDocument && context.Model.Service.Traits.Has(TraitIds.ErrorInSuccess)))
        {
            yield return "ErrorInSuccess";
        }

        if (operation.Traits.Has(TraitIds.HttpChecksumRequired) || (operation.Traits[TraitIds.HttpChecksum]?["requestChecksumRequired"]?.IsTrue ?? false))
        {
            yield return "ChecksumRequired";
        }

        if (operation.Traits.Has(TraitIds.UnsignedPayload))
        {
            yield return "UnsignedPayload";
        }

        if (operation.Traits[TraitIds.RequestCompression]?["encodings"]?.Strings().Contains("gzip") ?? false)
        {
            yield return "CompressRequest";
        }

        if (operation.Traits.Has(TraitIds.Idempotent) || operation.Traits.Has(TraitIds.Repeatable) || operation.Traits[TraitIds.Http]?["method"]?.AsString() is "GET" or "HEAD" or "PUT" or "DELETE")
        {
            yield return "Idempotent";
        }

        if (request.Members.Any(member => member.Location == MemberLocation.Payload && member.Type.Kind == TypeKind.StreamingBlob))
        {
            yield return "StreamingBody";
        }
    }

    private static string? BindChecksumHeader(Shape operation, StructureBinding request)
    {
        string? member = operation.Traits[TraitIds.HttpChecksum]?["requestAlgorithmMember"]?.AsString();
        return request.Members.FirstOrDefault(candidate => candidate.Name == member && candidate.Location == MemberLocation.Header)?.WireName.ToLowerInvariant();
    }

    private static string? LinkOf(Shape operation) =>
        operation.Traits[TraitIds.ExternalDocumentation] is ObjectNode { Properties: { Count: > 0 } links } ? links[0].Value.AsString() : null;
}

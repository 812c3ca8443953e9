using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Rules;
using S3Gen.Generator.Emitting.Server;
using S3Gen.Generator.Emitting.Views;

namespace S3Gen.Generator.Emitting;

/// <summary>A file as it is handed to the compiler.</summary>
internal sealed record GeneratedFile(string HintName, string Source)
{
    private static readonly string[] Usings =
    [
        "System", "System.CodeDom.Compiler", "System.Collections.Generic", "System.ComponentModel", "System.Diagnostics", "System.Globalization",
        "System.IO", "System.Linq", "System.Net", "System.Net.Http", "System.Numerics", "System.Runtime.CompilerServices", "System.Text", "System.Threading",
        "System.Threading.Tasks", "S3Gen.Runtime", "S3Gen.Runtime.CodeGen", "S3Gen.Testing", "S3Gen.Testing.CodeGen",
    ];

    /// <summary>Emits the file of a slice.</summary>
    public static GeneratedFile Emit(FileBinding binding) => binding switch
    {
        OperationBinding { Target.IsServer: true } operation => Wrap(operation, ServerOperationEmitter.Emit(operation)),
        RoutesBinding routes => Wrap(routes, RoutesEmitter.Emit(routes)),
        MockBinding mock => Wrap(mock, TemplateRenderer.Render(new MockView(mock)), mock.MockNamespace),
        OperationBinding operation => Wrap(operation, OperationEmitter.Emit(operation)),
        StructureBinding { IsUnion: true } union => Wrap(union, UnionEmitter.Emit(union)),
        StructureBinding structure => Wrap(structure, StructureEmitter.Emit(structure)),
        EnumBinding { IsIntEnum: true } numbers => Wrap(numbers, TemplateRenderer.Render(new IntEnumView(numbers))),
        EnumBinding strings => Wrap(strings, TemplateRenderer.Render(new EnumView(strings))),
        ErrorBinding error => Wrap(error, ErrorEmitter.Emit(error)),
        EndpointRulesBinding rules => Wrap(rules, EndpointRulesEmitter.Emit(rules)),
        ClientBinding client => Wrap(client, TemplateRenderer.Render(new ClientView(client))),
        _ => throw new ArgumentOutOfRangeException(nameof(binding), binding.GetType().Name),
    };

    private static GeneratedFile Wrap(FileBinding binding, string body, string? inNamespace = null)
    {
        string usings = string.Join("\n", Usings.Where(name => Uses(binding, body, name)).Select(name => $"using {name};"));
        string source = TemplateRenderer.Render(new FileView
        {
            ShapeId = binding.ShapeId,
            Usings = usings,
            Namespace = inNamespace ?? binding.Target.Namespace,
            Body = body,
        });
        return new GeneratedFile($"{binding.Target.Namespace}.{binding.Target.ClientName}/{binding.FileName}.g.cs", source);
    }

    /// <summary>Imports what a file's code needs, and no more, by the types that each namespace gives.</summary>
    private static bool Uses(FileBinding binding, string body, string name) => name switch
    {
        "System.CodeDom.Compiler" => body.Contains("[GeneratedCode("),
        "System.Collections.Generic" => body.Contains("IReadOnly") || body.Contains("List<") || body.Contains("Dictionary<") || body.Contains("IAsyncEnumerable<") || body.Contains("KeyValuePair<"),
        "System.ComponentModel" => body.Contains("EditorBrowsable"),
        "System.Diagnostics" => body.Contains("[Debugger"),
        "System.Globalization" => body.Contains("CultureInfo."),
        "System.IO" => body.Contains("Stream "),
        "System.Linq" => body.Contains(".ToArray()") || body.Contains(".Select(") || body.Contains(".SelectMany("),
        "System.Net" => body.Contains("HttpStatusCode? "),
        "System.Net.Http" => body.Contains("HttpMethod "),
        "System.Numerics" => body.Contains("BigInteger"),
        "System.Runtime.CompilerServices" => body.Contains("[EnumeratorCancellation]"),
        "System.Text" => body.Contains("Encoding."),
        "System.Threading" => body.Contains("CancellationToken"),
        "System.Threading.Tasks" => body.Contains("Task") || body.Contains("ValueTask"),
        "S3Gen.Testing" => binding is MockBinding,
        "S3Gen.Testing.CodeGen" => binding is MockBinding || (binding.Target.IsServer
            && (body.Contains("ServerRoute") || body.Contains("ServerRequest") || body.Contains("InvalidDocumentException"))),
        "S3Gen.Runtime.CodeGen" => body.Contains("Xml") || body.Contains("Numbers.") || body.Contains("Timestamps.") || body.Contains("Unset.") || body.Contains("Operation<") || body.Contains("EventMessage") || body.Contains("ClientPipeline")
            || body.Contains("Require.") || body.Contains("ResponseHe") || body.Contains("RequestHead") || body.Contains("Waiter") || body.Contains("EndpointInputs"),
        "S3Gen.Runtime" => body.Contains("Service") || body.Contains("Options") || body.Contains("RequestBody") || body.Contains("ServiceErrorDetails")
            || body.Contains("EventStream<") || body.Contains("Waiter") || body.Contains("IEndpointResolver"),
        _ => true,
    };
}

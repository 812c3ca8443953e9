using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Views;

namespace S3Gen.Generator.Emitting.Server;

/// <summary>The server's end of an operation: the request with its unmarshaller, the response with its marshaller.</summary>
internal static class ServerOperationEmitter
{
    public static string Emit(OperationBinding operation) => TemplateRenderer.Render(new ServerOperationView(operation)
    {
        RequestProperties = Properties(operation.Request),
        ResponseProperties = Properties(operation.Response),
        ReadBody = ServerReadEmitter.Emit(operation),
        WriteBody = ServerWriteEmitter.Emit(operation),
    });

    /// <summary>Bytes that stream go past these types: the server takes them from the connection, and gives them to it.</summary>
    internal static IReadOnlyList<MemberBinding> Members(StructureBinding message) => [.. message.Members.Where(member => !member.Type.IsStreaming)];

    private static IReadOnlyList<PropertyView> Properties(StructureBinding message) =>
        PropertyView.Of(Members(message), message.Usage);
}

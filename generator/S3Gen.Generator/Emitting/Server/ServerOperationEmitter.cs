using System.Globalization;
using S3Gen.Generator.Binding;
using S3Gen.Generator.Emitting.Views;

namespace S3Gen.Generator.Emitting.Server;

/// <summary>The server's end of an operation: the request with its unmarshaller, the response with its marshaller.</summary>
internal static class ServerOperationEmitter
{
    public static string Emit(OperationBinding operation) => TemplateRenderer.Render("serveroperation", new
    {
        operation.Target.Accessibility,
        operation.Name,
        RequestProperties = Properties(operation.Request),
        ResponseProperties = Properties(operation.Response),
        Status = operation.SuccessStatus.ToString(CultureInfo.InvariantCulture),
        ReadBody = ServerReadEmitter.Emit(operation),
        WriteBody = ServerWriteEmitter.Emit(operation),
    });

    /// <summary>Bytes that stream go past these types: the server takes them from the connection, and gives them to it.</summary>
    internal static IReadOnlyList<MemberBinding> Members(StructureBinding message) => [.. message.Members.Where(member => !member.Type.IsStreaming)];

    private static IReadOnlyList<PropertyView> Properties(StructureBinding message) =>
        [.. Members(message).Select(member => PropertyView.Of(member, message.Usage))];
}

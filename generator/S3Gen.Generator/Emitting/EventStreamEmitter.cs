using S3Gen.Generator.Binding;

namespace S3Gen.Generator.Emitting;

/// <summary>Event streams: which event is which member of the union, and what its payload holds.</summary>
internal static class EventStreamEmitter
{
    public static string Emit(StructureBinding union)
    {
        CodeWriter code = new(1);
        code.Open($"internal static EventStream<{union.TypeName}> Open(Operation operation, ResponseHead response)");
        string final = union.FinalEvent is { } name ? CSharpLiteral.Text(name) : "null";
        code.Line($"return response.OpenEventStream<{union.TypeName}>(operation, Read, {final});");
        code.Close();
        code.Blank();
        code.Open($"private static {union.TypeName} Read(string eventType, EventMessage message)");
        code.Open("switch (eventType)");
        foreach (MemberBinding member in union.Members)
        {
            code.Line($"case {CSharpLiteral.Text(member.Name)}:");
            code.Push();
            code.Line($"return new {union.TypeName} {{ {member.Property} = {member.Type.Name}Xml.ReadEvent(message) }};");
            code.Pop();
        }

        code.Line("default:");
        code.Push();
        code.Line($"return new {union.TypeName} {{ UnknownMember = eventType }};");
        code.Pop();
        code.Close();
        code.Close();
        return code.ToString();
    }
}

using System.Reflection;
using S3Gen.ModelCases.Model;
using S3Gen.ModelCases.TypedValues;
using S3Gen.ModelCases.Values;

namespace S3Gen.ModelCases.Client;

/// <summary>Calls the operations of a generated client by name, with values in and the typed response out.</summary>
public sealed class TypedClient(object client, GeneratedTypes types)
{
    public GeneratedTypes Types => types;

    /// <summary>Calls an operation; what the client throws comes out as it is.</summary>
    public async Task<object> InvokeAsync(OperationShape operation, StructureValue input, CancellationToken cancellationToken = default)
    {
        Type request = types.Request(operation);
        MethodInfo method = client.GetType().GetMethod(operation.Name + "Async", [request, typeof(CancellationToken)])
            ?? throw new CaseException($"the client has no method '{operation.Name}Async'");
        object?[] arguments = [TypedBinder.Bind(input, operation.Input, request), cancellationToken];
        Task call = (Task)method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
        await call.ConfigureAwait(false);
        return call.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(call)!;
    }
}

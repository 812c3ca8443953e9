using System.Collections.Immutable;
using S3Gen.Generator.Binding;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading;

/// <summary>Refuses a model that generates the client of another one of the same project.</summary>
internal static class DuplicateClients
{
    public static IEnumerable<ModelReadResult> Refuse(ImmutableArray<ModelReadResult> results)
    {
        Dictionary<string, string> clients = [];
        foreach (ModelReadResult result in results)
        {
            if (result.Model is not { } model)
            {
                yield return result;
                continue;
            }

            TargetBinding target = BindingContext.TargetOf(model);
            string client = $"{target.Namespace}.{target.ClientName}";
            if (clients.TryGetValue(client, out string? other))
            {
                DiagnosticInfo refusal = new(
                    DiagnosticCatalog.DuplicateClient.Id, result.Path, default, new[] { other, result.Path, client }.ToEquatableArray());
                yield return result with { Model = null, Diagnostics = result.Diagnostics.Append(refusal).ToEquatableArray() };
                continue;
            }

            clients.Add(client, result.Path);
            yield return result;
        }
    }
}

using S3Gen.Generator.Binding;
using S3Gen.Generator.Diagnostics;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>Waiters that cannot be generated are left out, with a warning.</summary>
internal static class WaiterCheck
{
    public static void Check(CheckContext context, Shape operation)
    {
        HashSet<string> names = new(StringComparer.OrdinalIgnoreCase);
        foreach (NodeProperty waiter in (operation.Traits[TraitIds.Waitable] as ObjectNode)?.Properties ?? default)
        {
            if (!names.Add(waiter.Name))
            {
                context.Malformed(operation, null, TraitIds.Waitable, $"two of its waiters are named '{waiter.Name}'");
            }
            else if (!WaiterBinder.IsSupported(context.Shapes, operation, waiter.Value))
            {
                context.Report(DiagnosticCatalog.SkippedWaiter, operation, null, TraitIds.Waitable, waiter.Name, operation.Id);
            }
        }
    }
}

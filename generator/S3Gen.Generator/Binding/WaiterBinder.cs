using System.Globalization;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>Smithy's <c>waitable</c> trait. Waiters that look into inputs or outputs are left out, and the checker says so.</summary>
internal static class WaiterBinder
{
    private const int DefaultMinDelay = 2;
    private const int DefaultMaxDelay = 120;

    public static EquatableArray<WaiterBinding> Bind(Shape operation)
    {
        if (operation.Traits[TraitIds.Waitable] is not ObjectNode waiters)
        {
            return default;
        }

        return waiters.Properties
            .Where(waiter => IsSupported(waiter.Value))
            .Select(waiter => new WaiterBinding(
                waiter.Name,
                Seconds(waiter.Value["minDelay"], DefaultMinDelay),
                Seconds(waiter.Value["maxDelay"], DefaultMaxDelay),
                Acceptors(waiter.Value["acceptors"])))
            .ToEquatableArray();
    }

    /// <summary>Whether all acceptors ask for success, or for the type of an error.</summary>
    public static bool IsSupported(Node waiter) =>
        waiter["acceptors"] is ArrayNode acceptors
        && acceptors.Items.All(item => item["matcher"]?["success"] is BooleanNode || item["matcher"]?["errorType"] is StringNode);

    private static EquatableArray<AcceptorBinding> Acceptors(Node? node) =>
        node is not ArrayNode acceptors ? default : acceptors.Items
            .Select(item => new AcceptorBinding(
                Naming.CSharpNames.Pascal(item["state"]?.AsString() ?? "retry"),
                item["matcher"]?["success"] is BooleanNode success ? success.Value : null,
                item["matcher"]?["errorType"]?.AsString() is { } error ? ShapeId.NameOf(error) : null))
            .ToEquatableArray();

    private static int Seconds(Node? node, int fallback) =>
        node is NumberNode number && int.TryParse(number.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) ? value : fallback;
}

using System.Globalization;
using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Binding;

/// <summary>
/// Smithy's <c>waitable</c> trait. Waiters that look into inputs, or into outputs by more than names and projections, are left out,
/// and the checker says so.
/// </summary>
internal static class WaiterBinder
{
    private const int DefaultMinDelay = 2;
    private const int DefaultMaxDelay = 120;

    public static EquatableArray<WaiterBinding> Bind(ShapeIndex shapes, Shape operation)
    {
        if (operation.Traits[TraitIds.Waitable] is not ObjectNode waiters)
        {
            return default;
        }

        List<WaiterBinding> bound = [];
        foreach (NodeProperty waiter in waiters.Properties)
        {
            if (BindAcceptors(shapes, operation, waiter.Value) is { } acceptors)
            {
                bound.Add(new WaiterBinding(
                    CSharpNames.Pascal(waiter.Name), Seconds(waiter.Value["minDelay"], DefaultMinDelay), Seconds(waiter.Value["maxDelay"], DefaultMaxDelay), acceptors));
            }
        }

        return bound.ToEquatableArray();
    }

    /// <summary>Whether all acceptors can be bound.</summary>
    public static bool IsSupported(ShapeIndex shapes, Shape operation, Node waiter) => BindAcceptors(shapes, operation, waiter) is not null;

    private static EquatableArray<AcceptorBinding>? BindAcceptors(ShapeIndex shapes, Shape operation, Node waiter)
    {
        if (waiter["acceptors"] is not ArrayNode acceptors)
        {
            return null;
        }

        List<AcceptorBinding> bound = [];
        foreach (Node acceptor in acceptors.Items)
        {
            if (BindMatcher(shapes, operation, acceptor) is not { } binding)
            {
                return null;
            }

            bound.Add(binding);
        }

        return bound.ToEquatableArray();
    }

    private static AcceptorBinding? BindMatcher(ShapeIndex shapes, Shape operation, Node acceptor)
    {
        Node? matcher = acceptor["matcher"];
        if (StateOf(acceptor["state"]?.AsString()) is not { } state)
        {
            return null;
        }

        if (matcher?["success"] is BooleanNode success)
        {
            return new AcceptorBinding(state, success.Value, null, null);
        }

        if (matcher?["errorType"]?.AsString() is { } error)
        {
            return new AcceptorBinding(state, null, ShapeId.NameOf(error), null);
        }

        return matcher?["output"] is { } output && OutputMatcher.Bind(shapes, operation, output) is { } condition
            ? new AcceptorBinding(state, null, null, condition)
            : null;
    }

    private static string? StateOf(string? state) => state switch
    {
        "success" => "Success",
        "failure" => "Failure",
        "retry" => "Retry",
        _ => null,
    };

    private static int Seconds(Node? node, int fallback) =>
        node is NumberNode number && int.TryParse(number.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int value) && value > 0 ? value : fallback;
}

using S3Gen.Generator.Binding;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>Operations: the http trait, its labels, and the messages.</summary>
internal static class OperationCheck
{
    public static void Check(CheckContext context, Shape operation)
    {
        if (operation.Type != ShapeType.Operation)
        {
            context.Malformed(operation, null, null, "the service lists it as an operation, and it is none");
            return;
        }

        if (operation.Traits[TraitIds.Http]?["uri"]?.AsString() is not { } uri || !uri.StartsWith("/", StringComparison.Ordinal))
        {
            context.InvalidBinding(operation, null, TraitIds.Http, "the trait smithy.api#http needs a 'method', and a 'uri' that begins with '/'");
            return;
        }

        if (MessageOf(context, operation, operation.Input, "input") is { } input)
        {
            LabelCheck.Check(context, operation, input, UriTemplate.Parse(uri));
            BindingCheck.Check(context, input);
            CustomerKeyCheck.Check(context, input);
            CheckNoEventsAreSent(context, input);
        }

        if (MessageOf(context, operation, operation.Output, "output") is { } output)
        {
            BindingCheck.Check(context, output);
        }

        foreach (string id in operation.Errors)
        {
            CheckError(context, operation, id);
        }
    }

    private static void CheckError(CheckContext context, Shape operation, string id)
    {
        if (MessageOf(context, operation, id, "error") is not { } error)
        {
            return;
        }

        if (!error.Traits.Has(TraitIds.Error))
        {
            context.Malformed(error, null, null, $"the operation '{operation.Id}' gives it as an error, and it lacks the trait {TraitIds.Error}");
        }

        BindingCheck.Check(context, error);
        if (error.Members.FirstOrDefault(member => member.Traits.Has(TraitIds.HttpPayload)) is { } payload)
        {
            context.Unsupported(error, payload, TraitIds.HttpPayload, "a payload of an error");
        }
    }

    private static void CheckNoEventsAreSent(CheckContext context, Shape input)
    {
        foreach (Member member in input.Members)
        {
            if (context.Shapes[member.Target] is { Type: ShapeType.Union } target && target.Traits.Has(TraitIds.Streaming))
            {
                context.Unsupported(input, member, null, "an event stream that is sent");
            }
        }
    }

    private static Shape? MessageOf(CheckContext context, Shape operation, string? id, string role)
    {
        Shape shape = context.Shapes[id ?? ShapeIndex.Unit];
        if (shape.Type == ShapeType.Structure)
        {
            return shape;
        }

        context.Malformed(operation, null, null, $"its {role} '{id}' has to be a structure");
        return null;
    }
}

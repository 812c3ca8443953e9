using S3Gen.Generator.Binding;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>Checks what a binder relies on, so that a faulty model is a diagnostic at its place and never an exception.</summary>
internal static class ModelChecker
{
    public static void Check(CheckContext context)
    {
        foreach (Shape shape in context.Model.Shapes)
        {
            ShapeCheck.Check(context, shape);
            TraitCheck.Check(context, shape);
        }

        TraitCheck.Check(context, context.Model.Service);
        NestingCheck.Check(context);

        // What follows looks through members and traits, so these have to be sound.
        if (context.Diagnostics.HasErrors)
        {
            return;
        }

        foreach (string id in context.Model.Service.Operations)
        {
            OperationCheck.Check(context, context.Shapes[id]);
        }

        NameCheck.Check(context, new UsageAnalysis(context.Model, context.Shapes));
        if (context.Diagnostics.HasErrors)
        {
            return;
        }

        foreach (string id in context.Model.Service.Operations)
        {
            PagingCheck.Check(context, context.Shapes[id]);
            WaiterCheck.Check(context, context.Shapes[id]);
        }
    }
}

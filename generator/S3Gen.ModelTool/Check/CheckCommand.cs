using S3Gen.ModelTool.CommandLine;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>Prints the faults of a model, and of the overlay on it.</summary>
internal static class CheckCommand
{
    public static int Run(Arguments arguments, TextWriter output)
    {
        ModelDocument model = ModelDocument.Load(arguments.Words("model.json")[0]);
        ModelDocument? overlay = arguments.Option("--overlay") is { } file ? ModelDocument.Load(file) : null;
        IReadOnlyList<Fault> faults = ModelChecker.Check(model, overlay);
        foreach (Fault fault in faults)
        {
            output.WriteLine(fault);
        }

        if (faults.Count > 0)
        {
            output.WriteLine(faults.Count == 1 ? "1 error" : $"{faults.Count} errors");
            return ExitCode.Findings;
        }

        int operations = Ast.Operations(model.Root).Count();
        output.WriteLine($"{model.File}: {operations} operations, {Ast.Shapes(model.Root).Count()} shapes, no error");
        return ExitCode.Success;
    }
}

using S3Gen.ModelTool.CommandLine;
using S3Gen.ModelTool.Documents;

namespace S3Gen.ModelTool.Check;

/// <summary>Prints the faults of a model, and of the overlay on it.</summary>
internal static class CheckCommand
{
    public static int Run(Arguments arguments, TextWriter output)
    {
        ModelText model = ModelText.Load(arguments.Words("model.json")[0]);
        CheckResult result = ModelRules.Check(model, arguments.Option("--overlay") is { } file ? ModelText.Load(file) : null);
        foreach (Fault fault in result.Faults)
        {
            output.WriteLine(fault);
        }

        int errors = result.Errors.Count();
        output.WriteLine(errors switch
        {
            0 => $"{model.File}: {result.Operations} {(result.Operations == 1 ? "operation" : "operations")}, no error",
            1 => "1 error",
            _ => $"{errors} errors",
        });
        return errors == 0 ? ExitCode.Success : ExitCode.Findings;
    }
}

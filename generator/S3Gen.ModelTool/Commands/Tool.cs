using System.Text.Json;

namespace S3Gen.ModelTool.Commands;

/// <summary>The command line: <c>s3gen model import|check|diff</c>.</summary>
internal static class Tool
{
    public const int Success = 0;

    /// <summary>A faulty model, or models that differ.</summary>
    public const int Findings = 1;

    /// <summary>The command line is wrong, or a file cannot be read or written.</summary>
    public const int Trouble = 2;

    private const string Usage = """
        s3gen: the models that S3Gen generates clients from

          s3gen model import PUBLISHED [--out MODEL] [--overlay OVERLAY]
              Takes a published model (Smithy 2.0 JSON AST, or botocore's service-2.json), strips its prose and writes it
              to MODEL (model/s3.json), once it has been checked together with OVERLAY (model/s3.overlay.json, if there).
              Prints what changes in the API.

          s3gen model check MODEL [--overlay OVERLAY]
              Reads a model as the generator does, and prints what is wrong with it.

          s3gen model diff OLD NEW
              Prints what differs in the API, and what of it breaks callers.

        Exit codes: 0 nothing to report; 1 faults, or differences of a diff; 2 a wrong command line or an unreadable file.
        """;

    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        try
        {
            switch (args)
            {
                case ["model", "import", var published, .. var options]:
                    return ImportCommand.Run(published, Options.Parse(options, "--out", "--overlay"), output, errors);
                case ["model", "check", var model, .. var options]:
                    return CheckCommand.Run(model, Options.Parse(options, "--overlay"), output);
                case ["model", "diff", var before, var after]:
                    return DiffCommand.Run(before, after, output);
                case ["--help" or "-h" or "help"]:
                    output.WriteLine(Usage);
                    return Success;
                default:
                    errors.WriteLine(Usage);
                    return Trouble;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or JsonException or FormatException)
        {
            errors.WriteLine($"s3gen: {fault.Message}");
            return Trouble;
        }
    }
}

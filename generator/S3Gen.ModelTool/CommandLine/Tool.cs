using S3Gen.ModelTool.Check;
using S3Gen.ModelTool.Diff;
using S3Gen.ModelTool.Documents;
using S3Gen.ModelTool.Import;

namespace S3Gen.ModelTool.CommandLine;

/// <summary>Finds the command and turns its outcome into an exit code.</summary>
internal sealed class Tool(TextWriter output, TextWriter errors)
{
    public int Run(params ReadOnlySpan<string> args)
    {
        try
        {
            return Dispatch(args);
        }
        catch (UsageException e)
        {
            errors.WriteLine($"s3gen: {e.Message}\n\n{Usage.Text}");
            return ExitCode.Trouble;
        }
        catch (ModelException e)
        {
            foreach (Fault fault in e.Faults)
            {
                errors.WriteLine(fault);
            }

            return ExitCode.Findings;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            errors.WriteLine($"s3gen: {e.Message}");
            return ExitCode.Trouble;
        }
    }

    private int Dispatch(ReadOnlySpan<string> args)
    {
        if (args is [] or ["help" or "--help" or "-h", ..] || args[^1] is "--help" or "-h")
        {
            output.WriteLine(Usage.Text);
            return args.IsEmpty ? ExitCode.Trouble : ExitCode.Success;
        }

        return args switch
        {
            ["model", "import", ..] => ImportCommand.Run(Arguments.Parse(args[2..], "--overlay", "--out"), output),
            ["model", "check", ..] => CheckCommand.Run(Arguments.Parse(args[2..], "--overlay"), output),
            ["model", "diff", ..] => Compare(Arguments.Parse(args[2..])),
            ["model"] => throw new UsageException("which of import, check and diff?"),
            ["model", string other, ..] => throw new UsageException($"unknown command 'model {other}'"),
            [string other, ..] => throw new UsageException($"unknown command '{other}'"),
            _ => throw new UsageException("no command"),
        };
    }

    // A model that cannot be read is trouble to diff, which keeps 1 for "differs".
    private int Compare(Arguments arguments)
    {
        try
        {
            return DiffCommand.Run(arguments, output);
        }
        catch (ModelException e)
        {
            throw new InvalidDataException(string.Join('\n', e.Faults), e);
        }
    }
}

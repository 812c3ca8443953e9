using System.Text.Json;
using S3Gen.Conformance.Cases;
using S3Gen.Conformance.Suites;

namespace S3Gen.Conformance.Running;

/// <summary>The program without its process: <c>SUITE PATH…</c> in, report and exit code out.</summary>
internal static class CommandLine
{
    private const int Passed = 0;
    private const int Failed = 1;
    private const int Misused = 2;

    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is ["-h" or "--help"])
        {
            await output.WriteAsync(Usage());
            return Passed;
        }

        try
        {
            List<ConformanceCase> cases = Read(arguments);
            return await new SuiteRunner(output).RunAsync(cases) ? Passed : Failed;
        }
        catch (UsageException exception)
        {
            await errors.WriteLineAsync(exception.Message);
            await errors.WriteAsync(Usage());
            return Misused;
        }
    }

    private static List<ConformanceCase> Read(IReadOnlyList<string> arguments)
    {
        if (arguments.Count < 2)
        {
            throw new UsageException("A suite and at least one file or folder are needed.");
        }

        ISuite suite = SuiteCatalog.Find(arguments[0]) ?? throw new UsageException($"There is no suite '{arguments[0]}'.");
        List<ConformanceCase> cases = [.. arguments.Skip(1).SelectMany(path => Files(suite, path)).SelectMany(suite.Read)];
        return cases.Count > 0 ? cases : throw new UsageException($"No cases of the suite '{suite.Name}' were found.");
    }

    /// <summary>A file that is named has to be one of the suite; in a folder, those of the suite count.</summary>
    private static IEnumerable<CaseFile> Files(ISuite suite, string path)
    {
        if (Directory.Exists(path))
        {
            return CaseFile.In(path).Select(Open).Where(suite.Recognizes);
        }

        CaseFile file = Open(path);
        return suite.Recognizes(file) ? [file] : throw new UsageException($"'{path}' does not look like a file of the suite '{suite.Name}'.");
    }

    private static CaseFile Open(string path)
    {
        try
        {
            return CaseFile.Read(path);
        }
        catch (JsonException exception)
        {
            throw new UsageException($"'{path}' is not JSON: {exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"'{path}' cannot be read: {exception.Message}");
        }
    }

    private static string Usage() =>
        $"""
        usage: S3Gen.Conformance SUITE PATH...

        Holds the client against cases. PATH is a file of cases, or a folder that is searched for them.

        suites:
        {string.Join('\n', SuiteCatalog.All.Select(suite => $"  {suite.Name,-10} {suite.Summary}"))}

        Prints 'FAIL id: what differed' for each failure and 'N passed, N failed' at the end.
        Exit codes: 0 all passed, 1 some failed, 2 wrong arguments.

        """;
}

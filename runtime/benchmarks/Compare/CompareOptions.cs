using S3Gen.Benchmarks.Contenders;

namespace S3Gen.Benchmarks.Compare;

/// <summary>What the command line asks for.</summary>
internal sealed record CompareOptions
{
    /// <summary>Fewer rounds, and fewer operations in each.</summary>
    public bool IsQuick { get; private init; }

    /// <summary>Scenarios by their ids; none means all, and the micro benchmarks too.</summary>
    public string[] Only { get; private init; } = [];

    public ContenderKind[] Contenders { get; private init; } = ContenderKinds.All;

    /// <summary>The folder that results are written to.</summary>
    public string Output { get; private init; } = string.Empty;

    /// <summary>Rounds in which the clients take turns.</summary>
    public int Rounds => IsQuick ? 3 : 41;

    /// <summary>Rounds where each has a process of its own, which take longer to begin.</summary>
    public int RoundsApart => IsQuick ? 1 : 5;

    /// <exception cref="ArgumentException">An argument is unknown.</exception>
    public static CompareOptions Parse(string[] arguments)
    {
        CompareOptions options = new();
        while (arguments is [string name, .. string[] rest])
        {
            (options, arguments) = (name, rest) switch
            {
                ("--quick", _) => (options with { IsQuick = true }, rest),
                ("--only", [string ids, ..]) => (options with { Only = ids.Split(',') }, rest[1..]),
                ("--clients", [string kinds, ..]) => (options with { Contenders = ParseKinds(kinds) }, rest[1..]),
                ("--output", [string folder, ..]) => (options with { Output = folder }, rest[1..]),
                _ => throw new ArgumentException($"'{name}' is none of --quick, --only ids, --clients names, --output folder."),
            };
        }

        return options.Output.Length > 0 ? options : options with { Output = DefaultOutput(options.IsQuick || options.Only.Length > 0) };
    }

    /// <summary>The bare client comes along always: all others are compared with it.</summary>
    private static ContenderKind[] ParseKinds(string kinds) =>
        [.. kinds.Split(',').Select(kind => Enum.Parse<ContenderKind>(kind, ignoreCase: true)).Append(ContenderKind.Floor).Distinct().Order()];

    private static string DefaultOutput(bool isPartial)
    {
        string results = Path.Combine(RepositoryFolder.Find(), "runtime", "benchmarks", "results");
        return isPartial ? Path.Combine(results, "quick") : results;
    }
}

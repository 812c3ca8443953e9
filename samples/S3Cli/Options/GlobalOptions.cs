using System.CommandLine;

namespace S3Cli.Options;

/// <summary>The options that every command has.</summary>
internal sealed class GlobalOptions
{
    public Option<Uri?> EndpointUrl { get; } = Global("--endpoint-url", "URL", "Where a store other than AWS answers, e.g. http://localhost:9000.", ParseUrl);

    public Option<string?> Region { get; } = Global<string?>("--region", "REGION", "The region.");

    public Option<string?> Profile { get; } = Global<string?>("--profile", "NAME", "The profile of the shared AWS files.");

    public Option<bool> NoSignRequest { get; } = Switch("--no-sign-request", "Signs nothing: for public buckets.");

    public Option<bool> PathStyle { get; } = Switch("--path-style", "Puts the bucket into the path, never into the host name.");

    public Option<bool> NoVerifySsl { get; } = Switch("--no-verify-ssl", "Trusts any certificate. Everybody on the way can read and change what is sent.");

    public Option<string?> CaBundle { get; } = Global<string?>("--ca-bundle", "FILE", "A PEM file with the certificates to trust.");

    public Option<bool> Verbose { get; } = Switch("--verbose", "Says more: retries, causes of errors, request ids. Never a secret.");

    public Option<bool> Quiet { get; } = Switch("--quiet", "Says nothing of what is done; what was asked for and errors remain.", "--only-show-errors");

    public Option<bool> NoProgress { get; } = Switch("--no-progress", "Shows no progress on a terminal.");

    public Option<bool> Json { get; } = Switch("--json", "Writes one JSON object a line, results and errors alike.");

    /// <summary>Of the commands that print sizes.</summary>
    public Option<bool> HumanReadable { get; } = new("--human-readable") { Description = "Prints sizes as people read them, e.g. 1.5 MiB." };

    public void AddTo(Command root)
    {
        Option[] all = [EndpointUrl, Region, Profile, NoSignRequest, PathStyle, NoVerifySsl, CaBundle, Verbose, Quiet, NoProgress, Json];
        foreach (Option option in all)
        {
            root.Add(option);
        }
    }

    private static Option<bool> Switch(string name, string description, params string[] aliases) => new(name, aliases) { Description = description, Recursive = true };

    private static Option<T> Global<T>(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description, Recursive = true };

    private static Option<T?> Global<T>(string name, string value, string description, Func<string, T> parse)
        where T : class
    {
        Option<T?> option = Parsed.Option<T?>(name, value, description, parse);
        option.Recursive = true;
        return option;
    }

    private static Uri ParseUrl(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https"
            ? url
            : throw new FormatException($"'{text}' is no endpoint: write an absolute URL, e.g. http://localhost:9000");
}

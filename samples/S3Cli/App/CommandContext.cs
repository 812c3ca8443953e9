using System.CommandLine;
using S3Cli.Options;
using S3Cli.Output;
using S3Gen;
using S3Gen.Runtime;

namespace S3Cli.App;

/// <summary>What a command works with while it runs.</summary>
internal sealed class CommandContext(CliHost host, ParseResult arguments, IOutput output, GlobalOptions globals) : IAsyncDisposable
{
    private readonly S3ClientOptions _options = ClientFactory.Describe(arguments, globals, host);
    private S3Client? _client;

    public CliHost Host => host;

    public ParseResult Arguments => arguments;

    public IOutput Output => output;

    /// <summary>The client that the global options describe. It is made when it is first asked for: help needs none.</summary>
    public S3Client Client => _client ??= ClientFactory.Create(_options);

    /// <summary>The value of an argument or option that the command cannot do without.</summary>
    public T Get<T>(Argument<T> argument) => arguments.GetRequiredValue(argument);

    public T? Get<T>(Option<T> option) => arguments.GetValue(option);

    /// <summary>What options, environment and profile together say of a setting of the client.</summary>
    public EffectiveSetting Setting(string name) => _options.GetEffectiveSettings().Single(setting => setting.Name == name);

    public ValueTask DisposeAsync() => _client?.DisposeAsync() ?? ValueTask.CompletedTask;
}

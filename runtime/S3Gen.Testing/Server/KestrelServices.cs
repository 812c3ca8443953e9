using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace S3Gen.Testing.Server;

/// <summary>
/// What Kestrel's TLS takes from a container: a logger factory, and metrics of a type that it alone can register. A host's builder would
/// bring these too, with configuration and much else, and double the time of the start.
/// </summary>
internal sealed class KestrelServices : IWebHostBuilder
{
    private readonly ServiceCollection _services = new();

    private KestrelServices()
    {
    }

    internal static IServiceProvider Create()
    {
        KestrelServices builder = new();
        builder._services.AddLogging().AddMetrics();
        builder.UseKestrelCore();
        return builder._services.BuildServiceProvider();
    }

    public IWebHostBuilder ConfigureServices(Action<IServiceCollection> configureServices)
    {
        configureServices(_services);
        return this;
    }

    public IWebHostBuilder ConfigureServices(Action<WebHostBuilderContext, IServiceCollection> configureServices) =>
        ConfigureServices(services => configureServices(new WebHostBuilderContext(), services));

    public IWebHostBuilder ConfigureAppConfiguration(Action<WebHostBuilderContext, IConfigurationBuilder> configureDelegate) => this;

    public string? GetSetting(string key) => null;

    public IWebHostBuilder UseSetting(string key, string? value) => this;

#pragma warning disable ASPDEPR008 // The interface that Kestrel registers itself by has this member.
    public IWebHost Build() => throw new NotSupportedException("There is no host.");
#pragma warning restore ASPDEPR008
}

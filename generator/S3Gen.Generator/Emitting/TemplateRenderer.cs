using System.Collections.Concurrent;
using System.Reflection;
using S3Gen.Generator.Emitting.Views;
using Scriban;
using Scriban.Runtime;

namespace S3Gen.Generator.Emitting;

/// <summary>Renders the embedded templates. Each is parsed once for the life of the compiler; a name that a view lacks is an error.</summary>
internal static class TemplateRenderer
{
    private static readonly ConcurrentDictionary<string, Template> Templates = new();

    /// <summary>The version of the package, without the commit that a build appends to it.</summary>
    public static string GeneratorVersion { get; } =
        typeof(TemplateRenderer).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>().InformationalVersion.Split('+')[0];

    public static string Render(ITemplateView view)
    {
        Template template = Templates.GetOrAdd(view.Template, Load);
        ScriptObject globals = new() { [nameof(GeneratorVersion)] = GeneratorVersion };
        globals.Import(view, renamer: static member => member.Name);
        TemplateContext context = new()
        {
            StrictVariables = true,
            MemberRenamer = static member => member.Name,
            LoopLimit = 0,
            NewLine = "\n",
        };
        context.PushGlobal(globals);
        return template.Render(context);
    }

    private static Template Load(string name)
    {
        using Stream stream = typeof(TemplateRenderer).Assembly.GetManifestResourceStream(name + ".scriban")
            ?? throw new InvalidOperationException($"The generator has no template '{name}'.");
        using StreamReader reader = new(stream);
        Template template = Template.Parse(reader.ReadToEnd().Replace("\r\n", "\n"), name);
        return template.HasErrors ? throw new InvalidOperationException(string.Join("; ", template.Messages)) : template;
    }
}

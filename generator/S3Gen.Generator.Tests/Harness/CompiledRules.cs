using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;
using S3Gen.Runtime;

namespace S3Gen.Generator.Tests.Harness;

/// <summary>The endpoint rules of a model, generated, compiled and ready to decide.</summary>
internal sealed class CompiledRules
{
    private static readonly EndpointAuthScheme Unsaid = new() { Name = "unsaid", SigningName = "service", SigningRegion = "region" };

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
        .Where(path => Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Append(typeof(Endpoint).Assembly.Location)
        .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    private readonly Type _parameters;
    private readonly MethodInfo _decide;

    private CompiledRules(Type rules, Type parameters)
    {
        _parameters = parameters;
        _decide = rules.GetMethod("Decide", BindingFlags.Static | BindingFlags.NonPublic)!;
    }

    /// <summary>The parameters that the rules declare.</summary>
    public IEnumerable<PropertyInfo> Parameters => _parameters.GetProperties();

    public static CompiledRules Of(string model, params (string Key, string Value)[] metadata)
    {
        GeneratorRun run = GeneratorRun.Of(model, null, metadata);
        Assert.That(run.Diagnostics, Is.Empty);
        string source = run.Sources.Single(file => file.Key.EndsWith("EndpointRules.g.cs", StringComparison.Ordinal)).Value;
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Rules" + Guid.NewGuid().ToString("N"),
            [CSharpSyntaxTree.ParseText(source)],
            References,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        using MemoryStream image = new();
        EmitResult result = compilation.Emit(image);
        Assert.That(result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning), Is.Empty);
        Type[] types = Assembly.Load(image.ToArray()).GetTypes();
        return new CompiledRules(
            types.Single(type => type.Name.EndsWith("EndpointRules", StringComparison.Ordinal)),
            types.Single(type => type.Name.EndsWith("EndpointParameters", StringComparison.Ordinal)));
    }

    /// <summary>The endpoint; what a rule refuses is an <see cref="EndpointRuleException"/>.</summary>
    public Endpoint Decide(params IEnumerable<(string Name, object? Value)> parameters)
    {
        object given = Activator.CreateInstance(_parameters)!;
        foreach ((string name, object? value) in parameters)
        {
            _parameters.GetProperty(name)!.SetValue(given, value);
        }

        return (Endpoint)_decide.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [given, Unsaid], null)!;
    }

    /// <summary>The decision as text: the URL, for whom it is signed, and what else there is; or the error.</summary>
    public string Describe(params IEnumerable<(string Name, object? Value)> parameters)
    {
        try
        {
            Endpoint endpoint = Decide(parameters);
            string schemes = string.Join(' ', endpoint.AuthSchemes.Select(scheme =>
                $"{scheme.Name}/{scheme.SigningName}/{scheme.SigningRegion}/{string.Join('+', scheme.SigningRegionSet ?? [])}/{scheme.DisableDoubleEncoding}"));
            return $"{endpoint} {endpoint.SigningScheme} {endpoint.SigningName} {endpoint.SigningRegion} [{schemes}] {string.Join(' ', endpoint.Properties)}";
        }
        catch (EndpointRuleException refusal)
        {
            return refusal.Message;
        }
    }
}

using Microsoft.CodeAnalysis;

namespace S3Gen.Generator.Diagnostics;

/// <summary>Every diagnostic that the generator reports. <c>generator/README.md</c> tells cause and fix of each.</summary>
internal static class DiagnosticCatalog
{
    private const string Category = "S3Gen.Model";
    private const string HelpLink = "https://github.com/s3gen/s3gen/blob/main/generator/README.md#";

    public static readonly DiagnosticDescriptor MalformedJson = Error(
        "S3GEN001", "The model is not valid JSON", "The model is not valid JSON: {0}");

    public static readonly DiagnosticDescriptor UnsupportedVersion = Error(
        "S3GEN002", "The file is no Smithy 2.0 model", "A Smithy JSON AST of version 2.x is expected ('smithy': '2.0'), not {0}");

    public static readonly DiagnosticDescriptor ServiceCount = Error(
        "S3GEN003", "The model must hold exactly one service", "The model must hold exactly one service shape, and it holds {0}");

    public static readonly DiagnosticDescriptor UnresolvedTarget = Error(
        "S3GEN004", "A shape is missing", "'{0}' targets '{1}', which the model does not define");

    public static readonly DiagnosticDescriptor UnsupportedProtocol = Error(
        "S3GEN005", "The service does not speak restXml", "'{0}' lacks the trait aws.protocols#restXml, the one protocol that is supported");

    public static readonly DiagnosticDescriptor UnsupportedFeature = Error(
        "S3GEN006", "The model uses something unsupported", "'{0}' uses {1}, which is not supported");

    public static readonly DiagnosticDescriptor InvalidBinding = Error(
        "S3GEN007", "An HTTP binding is invalid", "'{0}': {1}");

    public static readonly DiagnosticDescriptor DuplicateName = Error(
        "S3GEN008", "Two names become one in C#", "'{0}' and '{1}' would both be named '{2}' in C#; rename a type with the trait s3gen.traits#rename, a member in the model with smithy.api#xmlName for its wire name");

    public static readonly DiagnosticDescriptor FilterMatchesNothing = Error(
        "S3GEN009", "The operation filter matches nothing", "The filter '{0}' matches no operation of '{1}'");

    public static readonly DiagnosticDescriptor OverlayTargetMissing = Error(
        "S3GEN010", "The overlay applies to nothing", "Traits are applied to '{0}', which the model does not define");

    public static readonly DiagnosticDescriptor TooLarge = Error(
        "S3GEN011", "The model file is too large", "The file has {0} characters, and at most {1} are read");

    public static readonly DiagnosticDescriptor InvalidSetting = Error(
        "S3GEN012", "The metadata of the S3GenModel item is invalid", "{0}");

    public static readonly DiagnosticDescriptor MalformedShape = Error(
        "S3GEN013", "A shape of the model is malformed", "'{0}': {1}");

    public static readonly DiagnosticDescriptor DuplicateClient = Error(
        "S3GEN014", "Two models generate the same client", "The models '{0}' and '{1}' both generate '{2}'; give one another Namespace or ClientName");

    public static readonly DiagnosticDescriptor SkippedWaiter = new(
        "S3GEN015", "A waiter is left out", "The waiter '{0}' of '{1}' looks into inputs or outputs, which is not supported; it is left out",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink + "s3gen015");

    public static readonly DiagnosticDescriptor InvalidPaging = Error(
        "S3GEN016", "A paginator names what is not there", "The paginator of '{0}': {1}");

    public static readonly DiagnosticDescriptor InvalidEndpointRules = Error(
        "S3GEN017", "The endpoint rules are invalid", "The endpoint rules of '{0}' are invalid: {1}");

    public static readonly DiagnosticDescriptor InvalidEndpointParameter = Error(
        "S3GEN018", "An endpoint parameter is bound wrongly", "'{0}': {1}");

    private static readonly Dictionary<string, DiagnosticDescriptor> ById = new[]
    {
        MalformedJson, UnsupportedVersion, ServiceCount, UnresolvedTarget, UnsupportedProtocol, UnsupportedFeature, InvalidBinding,
        DuplicateName, FilterMatchesNothing, OverlayTargetMissing, TooLarge, InvalidSetting, MalformedShape, DuplicateClient, SkippedWaiter,
        InvalidPaging, InvalidEndpointRules, InvalidEndpointParameter,
    }.ToDictionary(descriptor => descriptor.Id);

    public static IEnumerable<DiagnosticDescriptor> All => ById.Values;

    public static DiagnosticDescriptor Find(string id) => ById[id];

    private static DiagnosticDescriptor Error(string id, string title, string message) =>
        new(id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true, helpLinkUri: HelpLink + id.ToLowerInvariant());
}

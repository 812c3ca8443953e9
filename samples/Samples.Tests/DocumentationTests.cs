using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace S3Gen.Samples.Tests;

/// <summary>Code in the documentation compiles.</summary>
public sealed class DocumentationTests
{
    /// <summary>What a reader has around the code: usings, a client, a request that is under way.</summary>
    private const string Surroundings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Net;
        global using System.Threading.Tasks;
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.Extensions.DependencyInjection;
        global using NUnit.Framework;
        global using S3Gen;
        global using S3Gen.Encryption;
        global using S3Gen.Extensions;
        global using S3Gen.Runtime;
        global using S3Gen.Testing;
        global using static Surroundings;

        internal static class Surroundings
        {
            public static S3Client s3 => throw null!;
            public static CancellationToken cancellationToken => default;
            public static S3TestServer server => throw null!;
            public static byte[] wrappingKey => throw null!;
            public static Stream input => throw null!;
            public static Stream output => throw null!;
            public static HttpClient http => throw null!;
            public static IAsyncEnumerable<string> keys => throw null!;
            public static byte[] bytes => throw null!;
            public static TimeProvider clock => throw null!;
            public static WebApplicationBuilder builder => throw null!;
        }

        internal sealed class PhotoAlbum(IS3Client s3)
        {
            public Task AddAsync(string name) => s3.PutObjectAsync(new PutObjectRequest { Bucket = "photos", Key = name, Body = RequestBody.FromString("woof") });
        }
        """;

    private static readonly MetadataReference[] References =
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(static path => MetadataReference.CreateFromFile(path))];

    [TestCaseSource(typeof(CodeBlock), nameof(CodeBlock.All))]
    public void Code_compiles(CodeBlock block)
    {
        CSharpParseOptions options = new(LanguageVersion.Preview);
        SyntaxTree code = CSharpSyntaxTree.ParseText(block.Code, options, block.ToString());
        bool isProgram = code.GetCompilationUnitRoot().Members.Any(static member => member is GlobalStatementSyntax);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Documentation",
            [code, CSharpSyntaxTree.ParseText(Surroundings, options)],
            References,
            new(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

        Assert.That(compilation.GetDiagnostics().Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error), Is.Empty);
    }

    /// <summary>Code that is merely indented is seen by nobody.</summary>
    [TestCaseSource(typeof(CodeBlock), nameof(CodeBlock.Pages))]
    public void Code_is_fenced_and_so_compiled(string page) =>
        Assert.That(CodeBlock.Indented(page).Where(static line => line.TrimEnd().EndsWith(';')), Is.Empty);

    [Test]
    public void There_is_code_to_compile() => Assert.That(CodeBlock.All.Select(static block => block.Page), Does.Contain("README.md"));
}

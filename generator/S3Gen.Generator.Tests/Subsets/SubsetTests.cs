using CsCheck;
using Microsoft.CodeAnalysis;
using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Generator.Tests.Subsets;

/// <summary>A client of some operations holds what these reach, and nothing else.</summary>
public sealed class SubsetTests
{
    private const string Prefix = "Consumer.S3Client/";

    [Test]
    public void Files_of_a_subset_are_its_operations_their_shapes_and_their_errors() =>
        Assert.That(FilesOf(Subset("HeadBucket;ListObjectsV2;PutBucketTagging")), Is.EqualTo(new[]
        {
            "Exceptions/NoSuchBucketException", "Exceptions/NotFoundException",
            "Operations/HeadBucket", "Operations/ListObjectsV2", "Operations/PutBucketTagging", "S3Client", "S3EndpointRules",
            "Types/ChecksumAlgorithm", "Types/ChecksumType", "Types/CommonPrefix", "Types/EncodingType", "Types/LocationType",
            "Types/ObjectStorageClass", "Types/OptionalObjectAttributes", "Types/Owner", "Types/RequestCharged", "Types/RequestPayer",
            "Types/RestoreStatus", "Types/S3Object", "Types/Tag", "Types/Tagging",
        }));

    [Test]
    public void The_table_of_errors_names_those_alone_that_the_subset_throws()
    {
        string client = Subset("GetObject").Sources[Prefix + "S3Client.g.cs"];

        Assert.That(client, Does.Contain("\"NoSuchKey\" => new NoSuchKeyException(details)").And.Contain("\"InvalidObjectState\""));
        Assert.That(client, Does.Not.Contain("NoSuchUpload").And.Not.Contain("BucketAlreadyExists"));
    }

    [TestCase("HeadObject", true)]
    [TestCase("HeadBucket", false)]
    public void A_waiter_comes_with_its_operation(string operations, bool expected) =>
        Assert.That(Subset(operations).Sources.Values.Any(source => source.Contains("WaitUntilObjectExistsAsync", StringComparison.Ordinal)), Is.EqualTo(expected));

    [TestCase("ListParts", true)]
    [TestCase("UploadPart", false)]
    public void A_paginator_comes_with_its_operation(string operations, bool expected) =>
        Assert.That(Subset(operations).Sources.Values.Any(source => source.Contains("ListPartsPagesAsync", StringComparison.Ordinal)), Is.EqualTo(expected));

    [Test]
    public void A_star_takes_every_operation_whose_name_begins_so()
    {
        IEnumerable<string> expected = ReachableShapes.AllOperations.Where(name => name.StartsWith("PutBucket", StringComparison.Ordinal) || name == "GetObject");

        Assert.That(OperationsOf(Subset(" PutBucket* ;GetObject; ")), Is.EqualTo(expected));
        Assert.That(OperationsOf(Subset("*")), Is.EqualTo(ReachableShapes.AllOperations));
    }

    [Test]
    public void Every_subset_has_the_types_that_it_reaches_and_no_other() =>
        Gen.Shuffle(ReachableShapes.AllOperations.ToArray(), 1, 12).Sample(
            operations =>
            {
                ReachableShapes expected = new(operations);
                string[] files = FilesOf(Subset(string.Join(';', operations)));
                return Named(files, "Types/").SequenceEqual(expected.Types)
                    && Named(files, "Exceptions/").SequenceEqual(expected.Errors.Select(WithSuffix).Order(StringComparer.Ordinal))
                    && Named(files, "Operations/").SequenceEqual(operations.Order(StringComparer.Ordinal));
            },
            iter: 12,
            threads: 1);

    [TestCase("internal")]
    [TestCase("public")]
    public void A_subset_compiles_and_all_its_types_have_the_accessibility_that_was_asked_for(string accessibility)
    {
        Compilation generated = Subset("PutObject;ListObjectsV2;SelectObjectContent;HeadBucket;CreateBucket;GetObject*", ("Accessibility", accessibility)).Generated;

        Assert.That(generated.GetDiagnostics().Where(fault => fault.Severity >= DiagnosticSeverity.Warning), Is.Empty);
        INamespaceSymbol storage = generated.Assembly.GlobalNamespace.GetNamespaceMembers().Single(space => space.Name == "Consumer");
        Accessibility[] found = [.. storage.GetTypeMembers().Select(type => type.DeclaredAccessibility).Distinct()];
        Assert.That(found, accessibility == "internal" ? Is.EqualTo(new[] { Accessibility.Internal }) : Does.Contain(Accessibility.Public));
    }

    private static GeneratorRun Subset(string operations, params (string Key, string Value)[] metadata) =>
        GeneratorRun.Of(Models.S3, Models.S3Overlay, [("Operations", operations), ("ClientName", "S3Client"), .. metadata]);

    private static string[] FilesOf(GeneratorRun run) =>
        [.. run.Sources.Keys.Select(name => name[Prefix.Length..^".g.cs".Length]).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> OperationsOf(GeneratorRun run) => Named(FilesOf(run), "Operations/");

    private static IEnumerable<string> Named(IEnumerable<string> files, string folder) =>
        files.Where(file => file.StartsWith(folder, StringComparison.Ordinal)).Select(file => file[folder.Length..]);

    private static string WithSuffix(string error) => error.EndsWith("Exception", StringComparison.Ordinal) ? error : error + "Exception";
}

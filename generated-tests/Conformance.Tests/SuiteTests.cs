using S3Gen.Conformance.Cases;
using S3Gen.Conformance.Running;

namespace S3Gen.Conformance.Tests;

/// <summary>The client holds against every case of every suite.</summary>
[Parallelizable(ParallelScope.All)]
public sealed class SuiteTests
{
    [TestCaseSource(typeof(VisibleData), nameof(VisibleData.CasesOf), ["requests"])]
    public Task Requests(object current) => AssertPassesAsync(current);

    [TestCaseSource(typeof(VisibleData), nameof(VisibleData.CasesOf), ["responses"])]
    public Task Responses(object current) => AssertPassesAsync(current);

    [TestCaseSource(typeof(VisibleData), nameof(VisibleData.CasesOf), ["errors"])]
    public Task Errors(object current) => AssertPassesAsync(current);

    [TestCaseSource(typeof(VisibleData), nameof(VisibleData.CasesOf), ["sigv4"])]
    public Task SigV4(object current) => AssertPassesAsync(current);

    [TestCaseSource(typeof(VisibleData), nameof(VisibleData.CasesOf), ["protocol"])]
    public Task Protocol(object current) => AssertPassesAsync(current);

    [TestCaseSource(typeof(VisibleData), nameof(VisibleData.CasesOf), ["sigv4a"])]
    public Task SigV4a(object current) => AssertPassesAsync(current);

    [TestCaseSource(typeof(VisibleData), nameof(VisibleData.CasesOf), ["presign"])]
    public Task Presign(object current) => AssertPassesAsync(current);

    [TestCaseSource(typeof(VisibleData), nameof(VisibleData.CasesOf), ["endpoints"])]
    public Task Endpoints(object current) => AssertPassesAsync(current);

    [TestCaseSource(typeof(VisibleData), nameof(VisibleData.CasesOf), ["eventstream"])]
    public Task EventStream(object current) => AssertPassesAsync(current);

    [TestCaseSource(typeof(VisibleData), nameof(VisibleData.CasesOf), ["checksums"])]
    public Task Checksums(object current) => AssertPassesAsync(current);

    private static async Task AssertPassesAsync(object current) =>
        Assert.That(await SuiteRunner.FindDifferencesAsync((ConformanceCase)current), Is.Empty);
}

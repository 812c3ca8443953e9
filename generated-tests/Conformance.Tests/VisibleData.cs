using S3Gen.Conformance.Cases;
using S3Gen.Conformance.Suites;

namespace S3Gen.Conformance.Tests;

/// <summary>The cases that are part of the repository.</summary>
internal static class VisibleData
{
    public static string Folder { get; } = Path.Combine(TestContext.CurrentContext.TestDirectory, "Data");

    public static string PathOf(string file) => Path.Combine(Folder, file);

    /// <summary>All cases of a suite, each a test of its own name.</summary>
    public static IEnumerable<TestCaseData> CasesOf(string suiteName)
    {
        ISuite suite = SuiteCatalog.Find(suiteName)!;
        return CaseFile.In(Folder).Select(CaseFile.Read).Where(suite.Recognizes).SelectMany(suite.Read)
            .Select(current => new TestCaseData(current).SetArgDisplayNames(current.Id));
    }
}

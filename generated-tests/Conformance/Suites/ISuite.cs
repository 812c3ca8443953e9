using S3Gen.Conformance.Cases;

namespace S3Gen.Conformance.Suites;

/// <summary>A kind of case. A new suite is a class that implements this and a line in <see cref="SuiteCatalog"/>.</summary>
internal interface ISuite
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What its cases check, for the usage text.</summary>
    string Summary { get; }

    /// <summary>Whether a file holds cases of this suite; only its content counts.</summary>
    bool Recognizes(CaseFile file);

    /// <summary>The cases of a file that was recognized.</summary>
    IEnumerable<ConformanceCase> Read(CaseFile file);
}

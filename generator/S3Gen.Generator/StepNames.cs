namespace S3Gen.Generator;

/// <summary>Names of the pipeline's steps, by which tests ask why each ran.</summary>
internal static class StepNames
{
    public const string Documents = nameof(Documents);
    public const string Trees = nameof(Trees);
    public const string Sources = nameof(Sources);
    public const string Models = nameof(Models);
    public const string Slices = nameof(Slices);
    public const string Files = nameof(Files);
}

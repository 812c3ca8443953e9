namespace S3Gen.Generator.Emitting.Views;

/// <summary>What one template prints: its public properties are all the names that the template has.</summary>
internal interface ITemplateView
{
    /// <summary>Name of the template, without its ending.</summary>
    string Template { get; }
}

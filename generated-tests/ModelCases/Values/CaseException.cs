namespace S3Gen.ModelCases.Values;

/// <summary>A case cannot be carried out: it does not fit the model, or the generated client lacks what the model has.</summary>
public sealed class CaseException(string message) : Exception(message);

using S3Gen.Generator.Tests.Harness;

namespace S3Gen.Contract.Tests.Operations;

/// <summary>The operations of the model as sources of test cases. One that is added to the model gets its tests with that.</summary>
internal static class ModelOperations
{
    public static ServiceModel Model { get; } = ModelFiles.LoadS3();

    public static RequestExpectation Requests { get; } = new(Model);

    public static ResponseBuilder Responses { get; } = new(Model);

    public static IEnumerable<TestCaseData> All => Model.Operations.Select(operation => Case(operation.Name, operation));

    /// <summary>Operations whose responses are XML documents.</summary>
    public static IEnumerable<TestCaseData> AnsweredWithDocuments =>
        from operation in Model.Operations
        where operation.Method != "HEAD" && new HttpBinding(operation.Output).HasXmlBody
        select Case(operation.Name, operation);

    /// <summary>Each operation as often as it takes until every member of every union was sent and received.</summary>
    public static IEnumerable<TestCaseData> Variants =>
        from operation in Model.Operations
        let count = Math.Max(ValueSynthesizer.Variants(operation.Input), ValueSynthesizer.Variants(operation.Output))
        from variant in Enumerable.Range(0, count)
        select Case(count == 1 ? operation.Name : $"{operation.Name} {variant + 1} of {count}", operation, variant);

    /// <summary>
    /// Which of some answers an operation meets: all of them in a full run; in a short one they go round the operations, since it is the
    /// client that reacts to them and not the operation. HEAD meets all, as it is answered without a body.
    /// </summary>
    public static IEnumerable<T> InTurn<T>(OperationShape operation, params IReadOnlyList<T> answers) =>
        FullRun.IsOn || operation.Method == "HEAD" ? answers : [answers[Model.Operations.ToList().IndexOf(operation) % answers.Count]];

    public static TestCaseData Case(string name, params object?[] arguments) => new TestCaseData(arguments).SetArgDisplayNames(name);
}

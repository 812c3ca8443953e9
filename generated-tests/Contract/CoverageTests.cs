using System.Reflection;

namespace S3Gen.Contract.Tests;

/// <summary>No operation of the client is without its contract: the methods of the client are those that the tests are made of.</summary>
public sealed class CoverageTests
{
    /// <summary>Methods of the client that call one operation each, by their signature: a request of their name in, a response out.</summary>
    private static IEnumerable<string> Operations =>
        from method in typeof(IS3Client).GetMethods()
        let parameters = method.GetParameters()
        where method.Name.EndsWith("Async", StringComparison.Ordinal) && parameters.Length == 2 && parameters[1].ParameterType == typeof(CancellationToken)
        let name = method.Name[..^"Async".Length]
        where parameters[0].ParameterType.Name == name + "Request" && typeof(ServiceResponse).IsAssignableFrom(method.ReturnType.GetGenericArguments().Single())
        select name;

    /// <summary>Fixtures and those of their tests that run once or more for an operation.</summary>
    private static IEnumerable<TestCaseData> Contracts =>
        from fixture in typeof(CoverageTests).Assembly.GetTypes()
        from test in fixture.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
        let source = test.GetCustomAttribute<TestCaseSourceAttribute>()
        where source is not null && fixture != typeof(CoverageTests) && fixture != typeof(RegionTests) && test.Name is not (nameof(ErrorTests.Modeled_error_of_an_operation_is_its_exception) or nameof(ErrorTests.Error_inside_a_success_is_the_services_exception))
        select new TestCaseData(source.SourceType ?? fixture, source.SourceName).SetArgDisplayNames(fixture.Name, test.Name);

    [TestCaseSource(nameof(Contracts))]
    public void Contract_holds_for_every_operation_of_the_client(Type type, string source) =>
        Assert.That(Of(type, source).Distinct(), Is.EquivalentTo(Operations));

    [Test]
    public void Every_operation_is_held_to_a_redirect() =>
        Assert.That(Of(typeof(RegionTests), "WithBucket").Concat(Of(typeof(RegionTests), "WithoutBucket")), Is.EquivalentTo(Operations));

    [Test]
    public void Every_error_of_every_operation_has_its_contract() =>
        Assert.That(
            Of(typeof(ErrorTests), "ModeledErrors").Count(),
            Is.EqualTo(ModelOperations.Model.Operations.Sum(operation => operation.Errors.Count)));

    private static IEnumerable<string> Of(Type type, string source)
    {
        PropertyInfo property = type.GetProperty(source, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        return ((IEnumerable<TestCaseData>)property.GetValue(null)!).Select(test => ((OperationShape)test.Arguments[0]!).Name);
    }
}

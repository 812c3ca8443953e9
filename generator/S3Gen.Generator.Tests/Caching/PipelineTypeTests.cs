using System.Reflection;
using Microsoft.CodeAnalysis;
using S3Gen.Generator.Binding;
using S3Gen.Generator.Model;
using S3Gen.Generator.Reading;

namespace S3Gen.Generator.Tests.Caching;

/// <summary>What the pipeline caches holds neither symbols nor syntax nor compilations, and compares by value throughout.</summary>
public sealed class PipelineTypeTests
{
    [TestCase(typeof(ServiceModel))]
    [TestCase(typeof(ModelReadResult))]
    [TestCase(typeof(OperationBinding))]
    [TestCase(typeof(StructureBinding))]
    [TestCase(typeof(EnumBinding))]
    [TestCase(typeof(ErrorBinding))]
    [TestCase(typeof(ClientBinding))]
    [TestCase(typeof(EndpointRulesBinding))]
    [TestCase(typeof(RoutesBinding))]
    [TestCase(typeof(MockBinding))]
    public void Pipeline_values_hold_no_roslyn_types_and_no_mutable_collections(Type root)
    {
        HashSet<Type> visited = [];
        Visit(root, root.Name, visited);
        Assert.That(visited, Has.Count.GreaterThan(1));
    }

    private static void Visit(Type type, string path, HashSet<Type> visited)
    {
        if (!visited.Add(type) || type.IsPrimitive || type.IsEnum || type == typeof(string))
        {
            return;
        }

        Assert.That(type.Namespace, Does.Not.StartWith("Microsoft.CodeAnalysis"), path);
        Assert.That(typeof(ISymbol).IsAssignableFrom(type), Is.False, path);
        Assert.That(type.IsArray, Is.False, $"{path} compares by reference");
        if (type.IsGenericType)
        {
            Assert.That(type.GetGenericTypeDefinition(), Is.AnyOf(typeof(EquatableArray<>), typeof(Nullable<>)), path);
            Visit(type.GetGenericArguments()[0], path + "[]", visited);
            return;
        }

        foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        {
            Visit(field.FieldType, $"{path}.{field.Name}", visited);
        }
    }
}

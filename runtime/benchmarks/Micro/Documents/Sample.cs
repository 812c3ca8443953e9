using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace S3Gen.Benchmarks.Micro.Documents;

/// <summary>Instances of generated types with every member set, so that what is measured is the whole shape.</summary>
internal static class Sample
{
    private const int ListLength = 3;
    private const string UnionMark = "UnknownMember";

    private static readonly DateTimeOffset Time = new(2026, 8, 3, 10, 11, 12, TimeSpan.Zero);

    public static T Of<T>()
        where T : class => (T)Create(typeof(T), typeof(T).Name);

    private static object Create(Type type, string member)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => member == "Bucket" ? "photos" : $"{member} of a sample",
            _ when type == typeof(DateTimeOffset) => Time,
            _ when type == typeof(bool) => true,
            { IsPrimitive: true } => Convert.ChangeType(30, type, CultureInfo.InvariantCulture),
            { IsGenericType: true } => List(type.GenericTypeArguments[0], member),
            { IsValueType: true } => type.GetProperties(BindingFlags.Static | BindingFlags.Public)[0].GetValue(null)!,
            _ => Fill(type),
        };
    }

    private static IList List(Type item, string member)
    {
        IList list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(item))!;
        for (int i = 0; i < ListLength; i++)
        {
            list.Add(Create(item, member));
        }

        return list;
    }

    /// <summary>Of a union, the last member is set; headers that would change what is sent are left out.</summary>
    private static object Fill(Type type)
    {
        object instance = RuntimeHelpers.GetUninitializedObject(type);
        PropertyInfo[] members = [.. type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Where(property => property.CanWrite && !property.Name.StartsWith("Checksum", StringComparison.Ordinal) && property.Name is not "ContentMD5")];
        if (Array.Exists(members, member => member.Name == UnionMark))
        {
            members = [members.Last(member => member.Name != UnionMark)];
        }

        foreach (PropertyInfo member in members)
        {
            member.SetValue(instance, Create(member.PropertyType, member.Name));
        }

        return instance;
    }
}

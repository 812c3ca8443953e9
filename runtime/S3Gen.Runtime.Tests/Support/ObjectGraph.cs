using System.Collections.Concurrent;
using System.Reflection;
using System.Text;

namespace S3Gen.Runtime.Tests.Support;

/// <summary>All that can be reached from an object by its fields, as a debugger or a dump of the memory shows it.</summary>
internal static class ObjectGraph
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> FieldsOf = new();

    /// <summary>Where a text is found: in strings and characters, and, if that is asked for, in bytes.</summary>
    public static List<string> PathsTo(string text, object root, bool alsoInBytes)
    {
        List<string> found = [];
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Queue<Step> queue = new([new Step(root, root.GetType().Name, null)]);
        while (queue.TryDequeue(out Step? step))
        {
            if (!seen.Add(step.Value))
            {
                continue;
            }

            if (Holds(step.Value, text, alsoInBytes))
            {
                found.Add(step.ToString());
            }

            foreach ((object child, string name) in Children(step.Value))
            {
                queue.Enqueue(new Step(child, name, step));
            }
        }

        return found;
    }

    private static bool Holds(object value, string text, bool alsoInBytes) => value switch
    {
        string characters => characters.Contains(text, StringComparison.Ordinal),
        char[] characters => characters.AsSpan().IndexOf(text) >= 0,
        byte[] bytes => alsoInBytes && bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0,
        _ => false,
    };

    private static IEnumerable<(object Child, string Name)> Children(object value)
    {
        // From a timer one gets to all timers of the process, and to whatever these belong to.
        if (value is string or Pointer or MemberInfo or Assembly or Module or Timer || value.GetType().IsPrimitive)
        {
            yield break;
        }

        if (value is Array array)
        {
            if (array.GetType().GetElementType()!.IsPrimitive)
            {
                yield break;
            }

            foreach (object? item in array)
            {
                if (item is not null)
                {
                    yield return (item, "[]");
                }
            }

            yield break;
        }

        foreach (FieldInfo field in FieldsOf.GetOrAdd(value.GetType(), static type => [.. Fields(type)]))
        {
            if (field.GetValue(value) is { } child)
            {
                yield return (child, field.Name);
            }
        }
    }

    /// <summary>Fields that may hold a text, or lead to one.</summary>
    private static IEnumerable<FieldInfo> Fields(Type type)
    {
        for (Type? declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            foreach (FieldInfo field in declaring.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike && !field.FieldType.IsPrimitive && !field.FieldType.IsEnum)
                {
                    yield return field;
                }
            }
        }
    }

    private sealed record Step(object Value, string Name, Step? From)
    {
        public override string ToString() => From is null ? Name : $"{From}.{Name}";
    }
}

using System.Reflection;
using System.Text;

namespace S3Gen.Runtime.Tests.Support;

/// <summary>All that can be reached from an object by its fields, as a debugger or a dump of the memory shows it.</summary>
internal static class ObjectGraph
{
    /// <summary>Where a text is found: in strings and characters, and, if that is asked for, in bytes.</summary>
    public static List<string> PathsTo(string text, object root, bool alsoInBytes)
    {
        List<string> found = [];
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Queue<(object Value, string Path)> queue = new([(root, root.GetType().Name)]);
        while (queue.TryDequeue(out (object Value, string Path) next))
        {
            if (!seen.Add(next.Value))
            {
                continue;
            }

            if (Holds(next.Value, text, alsoInBytes))
            {
                found.Add(next.Path);
            }

            foreach ((object child, string name) in Children(next.Value))
            {
                queue.Enqueue((child, $"{next.Path}.{name}"));
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

        for (Type? type = value.GetType(); type is not null; type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (!field.FieldType.IsPointer && !field.FieldType.IsByRefLike && field.GetValue(value) is { } child)
                {
                    yield return (child, field.Name);
                }
            }
        }
    }
}

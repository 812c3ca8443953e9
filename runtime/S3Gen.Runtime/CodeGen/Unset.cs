using System.Collections.ObjectModel;
using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// Empty collections that stand for "not there". A structure that was read can be sent back unchanged: what was absent stays absent,
/// and what was there and empty is an empty element.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Unset
{
    /// <summary>The list that is not there.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <returns>One and the same empty list for each type.</returns>
    public static IReadOnlyList<T> List<T>() => Lists<T>.Value;

    /// <summary>The map that is not there.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <returns>One and the same empty map for each type.</returns>
    public static IReadOnlyDictionary<string, T> Map<T>() => Maps<T>.Value;

    /// <summary>Whether a list is there.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <param name="list">The list; null counts as not there.</param>
    /// <returns>False for null and for <see cref="List{T}"/>.</returns>
    public static bool IsSet<T>(IReadOnlyList<T>? list) => list is not null && !ReferenceEquals(list, Lists<T>.Value);

    /// <summary>Whether a map is there.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="map">The map; null counts as not there.</param>
    /// <returns>False for null and for <see cref="Map{T}"/>.</returns>
    public static bool IsSet<T>(IReadOnlyDictionary<string, T>? map) => map is not null && !ReferenceEquals(map, Maps<T>.Value);

    /// <summary>A list that has to be there.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <param name="list">The list.</param>
    /// <param name="member">The member that holds it, for the message.</param>
    /// <returns>The list.</returns>
    /// <exception cref="ArgumentException">The list is not there.</exception>
    public static IReadOnlyList<T> Require<T>(IReadOnlyList<T>? list, string member) => IsSet(list) ? list! : throw Missing(member);

    /// <summary>A map that has to be there.</summary>
    /// <typeparam name="T">The type of its values.</typeparam>
    /// <param name="map">The map.</param>
    /// <param name="member">The member that holds it, for the message.</param>
    /// <returns>The map.</returns>
    /// <exception cref="ArgumentException">The map is not there.</exception>
    public static IReadOnlyDictionary<string, T> Require<T>(IReadOnlyDictionary<string, T>? map, string member) => IsSet(map) ? map! : throw Missing(member);

    private static ArgumentException Missing(string member) => new($"{member} is required; set it, if need be to an empty collection.");

    private static class Lists<T>
    {
        public static readonly IReadOnlyList<T> Value = new ReadOnlyCollection<T>([]);
    }

    private static class Maps<T>
    {
        public static readonly IReadOnlyDictionary<string, T> Value = new ReadOnlyDictionary<string, T>(new Dictionary<string, T>());
    }
}

using System.ComponentModel;
using System.Globalization;

namespace S3Gen.Testing.CodeGen;

/// <summary>Requests in words.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class MockText
{
    /// <summary>Members of a request as <c>Bucket = "a", Key = "b"</c>; those that are unset are left out.</summary>
    /// <param name="members">Names and values.</param>
    public static string Of(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        List<string> parts = [];
        foreach ((string name, object? value) in members)
        {
            if (value is not null)
            {
                parts.Add(string.Create(CultureInfo.InvariantCulture, $"{name} = \"{value}\""));
            }
        }

        return string.Join(", ", parts);
    }
}

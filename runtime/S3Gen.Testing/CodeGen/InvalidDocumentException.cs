using System.ComponentModel;

namespace S3Gen.Testing.CodeGen;

/// <summary>A request's document lacks what it must have, or holds a value that the model has not.</summary>
/// <param name="message">Which member, and what is wrong with it.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InvalidDocumentException(string message) : Exception(message)
{
    /// <summary>A required member is missing.</summary>
    /// <param name="member">Its name.</param>
    /// <returns>The exception to throw.</returns>
    public static InvalidDocumentException OfMissing(string member) => new($"{member} is missing.");

    /// <summary>An enum has no such value.</summary>
    /// <param name="type">The enum's name.</param>
    /// <param name="value">The value that came.</param>
    /// <returns>The exception to throw.</returns>
    public static InvalidDocumentException OfValue(string type, string value) => new($"{type} has no value '{value}'.");
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace S3Gen.Testing.CodeGen;

/// <summary>The input of an operation, for generated servers.</summary>
/// <typeparam name="TSelf">The type of the input.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IServerInput<TSelf>
    where TSelf : IServerInput<TSelf>
{
    /// <summary>Takes the input out of a request.</summary>
    /// <param name="request">Has path, query, headers and document.</param>
    /// <returns>The input.</returns>
    /// <exception cref="InvalidDocumentException">The body is not the document that the operation has.</exception>
    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "It is what the interface is for.")]
    static abstract TSelf Read(ServerRequest request);
}

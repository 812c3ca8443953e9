using System.ComponentModel;

namespace S3Gen.Testing.CodeGen;

/// <summary>The output of an operation, for generated servers.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IServerOutput
{
    /// <summary>The status where all went well, from 200 to 299.</summary>
    int SuccessStatus { get; }

    /// <summary>Puts the output into a response.</summary>
    /// <param name="response">Takes headers and body.</param>
    void Write(ServerResponse response);
}

using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace S3Gen.Runtime.CodeGen;

/// <summary>
/// A response is not what the protocol says it should be: malformed or truncated XML, a number that is none, a damaged frame.
/// The pipeline turns it into the service's exception, which carries status and request id; callers of a client never see this type.
/// </summary>
/// <param name="message">What is wrong and where; it never repeats the document's content.</param>
/// <param name="innerException">The cause, where there is one.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ResponseFormatException(string message, Exception? innerException = null) : Exception(message, innerException)
{
    [DoesNotReturn]
    internal static void ThrowXml(string what, int position) =>
        throw new ResponseFormatException($"The XML is malformed: {what} at byte {position}.");
}

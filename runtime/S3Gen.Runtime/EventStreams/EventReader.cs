using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>Makes an event of a message of type <c>event</c>.</summary>
/// <typeparam name="T">The union of the stream's events.</typeparam>
/// <param name="eventType">The message's <c>:event-type</c>, the name of a member of the union; it may be one that the model lacks.</param>
/// <param name="message">The message's headers and payload, valid during the call only.</param>
/// <returns>The event.</returns>
[EditorBrowsable(EditorBrowsableState.Never)]
public delegate T EventReader<out T>(string eventType, EventMessage message);

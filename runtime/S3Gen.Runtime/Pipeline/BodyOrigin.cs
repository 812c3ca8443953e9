using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Pipeline;

/// <summary>Where a response came from: what it takes to ask again.</summary>
/// <param name="Pipeline">The client; null if nobody may be asked.</param>
/// <param name="Operation">The operation.</param>
/// <param name="Request">Its input.</param>
/// <param name="Retries">How many retries it took so far.</param>
internal readonly record struct BodyOrigin(ClientPipeline? Pipeline, Operation Operation, object Request, int Retries);

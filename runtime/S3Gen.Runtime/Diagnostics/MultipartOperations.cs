using S3Gen.Runtime.CodeGen;

namespace S3Gen.Runtime.Diagnostics;

/// <summary>The operations of which multipart uploads consist.</summary>
internal sealed record MultipartOperations(Operation Create, Operation Part, Operation Complete, Operation Abort);

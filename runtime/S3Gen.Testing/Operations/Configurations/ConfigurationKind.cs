using S3Gen.Testing.CodeGen;
using S3Gen.Testing.Errors;
using S3Gen.Testing.Store;

namespace S3Gen.Testing.Operations.Configurations;

/// <summary>A document that a bucket has at most one of: the operations that store it, show it and remove it.</summary>
/// <param name="Name">Under which the bucket keeps it.</param>
/// <param name="Put">The operation that stores it.</param>
/// <param name="Get">The operation that shows it.</param>
/// <param name="Delete">The operation that removes it; null where S3 has none.</param>
internal sealed record ConfigurationKind(string Name, string Put, string Get, string? Delete)
{
    /// <summary>Reads what a request wants to have stored, and refuses what S3 refuses.</summary>
    internal required Action<ServerRequest, Bucket> Validate { get; init; }

    /// <summary>What the operation that shows it answers; null is a bucket that has none.</summary>
    internal required Func<byte[]?, IServerOutput> Show { get; init; }

    /// <summary>The status of storing it.</summary>
    internal int PutStatus { get; init; } = 200;

    /// <summary>A document whose absence is an error.</summary>
    internal static ConfigurationKind Of<TPut>(
        string name, (string Put, string Get, string? Delete) operations, Func<TPut, IServerOutput> show, S3FaultText missing, Action<TPut, Bucket>? check = null)
        where TPut : IServerInput<TPut> => Create(name, operations, document => document is null ? throw missing.ToFault() : show(StoredDocument.Read<TPut>(document)), check);

    /// <summary>A document whose absence means the same as a default.</summary>
    internal static ConfigurationKind Of<TPut>(
        string name, (string Put, string Get, string? Delete) operations, Func<TPut, IServerOutput> show, Func<IServerOutput> byDefault, Action<TPut, Bucket>? check = null)
        where TPut : IServerInput<TPut> => Create(name, operations, document => document is null ? byDefault() : show(StoredDocument.Read<TPut>(document)), check);

    private static ConfigurationKind Create<TPut>(
        string name, (string Put, string Get, string? Delete) operations, Func<byte[]?, IServerOutput> show, Action<TPut, Bucket>? check)
        where TPut : IServerInput<TPut> => new(name, operations.Put, operations.Get, operations.Delete)
        {
            Validate = (request, bucket) =>
            {
                TPut input = TPut.Read(request);
                check?.Invoke(input, bucket);
            },
            Show = show,
        };
}

/// <summary>The words of an error that is not made until it is met.</summary>
internal sealed record S3FaultText(int Status, string Code, string Message)
{
    internal S3Fault ToFault() => new(Status, Code, Message);
}

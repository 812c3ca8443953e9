using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>The facts of a service that all of its operations share.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ServiceInfo
{
    /// <summary>The service's name as users know it, e.g. <c>S3</c>; it is part of the name of <c>AWS_ENDPOINT_URL_S3</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The service's name in the scope of a signature, e.g. <c>s3</c>.</summary>
    public required string SigningName { get; init; }

    /// <summary>The first label of the service's host names, e.g. <c>s3</c>.</summary>
    public required string EndpointPrefix { get; init; }

    /// <summary>The service's endpoint rules; null where its model has none, and a regional endpoint is made of <see cref="EndpointPrefix"/>.</summary>
    public IEndpointResolver? EndpointRules { get; init; }

    /// <summary>Whether errors are wrapped: <c>&lt;ErrorResponse&gt;&lt;Error&gt;</c>. S3's root is <c>&lt;Error&gt;</c>: false, the default.</summary>
    public bool ErrorsWrapped { get; init; }

    /// <summary>Makes the typed exception of an error that the service answered with.</summary>
    public required Func<ServiceErrorDetails, ServiceException> CreateException { get; init; }
}

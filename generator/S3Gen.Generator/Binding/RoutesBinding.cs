using S3Gen.Generator.Model;

namespace S3Gen.Generator.Binding;

/// <summary>How a server tells the operations of a service apart.</summary>
internal sealed record RoutesBinding : FileBinding
{
    public required string Title { get; init; }

    public required EquatableArray<RouteBinding> Routes { get; init; }

    public static RoutesBinding Of(BindingContext context, IEnumerable<OperationBinding> operations) => new()
    {
        Target = context.Target,
        FileName = context.Target.ServicePrefix + "Routes",
        ShapeId = context.Model.Service.Id,
        Title = context.Model.Service.Traits.Text(TraitIds.Title) ?? context.ServiceName,
        Routes = operations.OrderBy(operation => operation.Name, StringComparer.Ordinal).Select(RouteBinding.Of).ToEquatableArray(),
    };
}

/// <summary>What a request for one operation looks like.</summary>
internal sealed record RouteBinding
{
    public required string Operation { get; init; }

    public required string Method { get; init; }

    /// <summary>The path after the bucket, labels in braces.</summary>
    public required string Path { get; init; }

    public required bool HasBucket { get; init; }

    /// <summary>Literal query parameters, <c>name</c> or <c>name=value</c>.</summary>
    public required EquatableArray<string> Literals { get; init; }

    /// <summary>Query parameters that members are bound to.</summary>
    public required EquatableArray<string> Query { get; init; }

    public required EquatableArray<string> RequiredQuery { get; init; }

    public required EquatableArray<string> RequiredHeaders { get; init; }

    public static RouteBinding Of(OperationBinding operation)
    {
        MemberBinding[] query = [.. operation.Request.Members.Where(member => member.Location == MemberLocation.Query)];
        return new RouteBinding
        {
            Operation = operation.Name,
            Method = operation.Method,
            Path = string.Concat(operation.Path.Select(segment => segment.Label is { } label ? $"{{{label.Name}{(segment.IsGreedy ? "+" : string.Empty)}}}" : segment.Literal)) is { Length: > 0 } path ? path : "/",
            HasBucket = operation.Request.Members.Any(member => member.Location == MemberLocation.Bucket),
            Literals = operation.QueryLiterals.Select(literal => literal.Value is null ? literal.Name : $"{literal.Name}={literal.Value}").ToEquatableArray(),
            Query = query.Select(member => member.WireName).ToEquatableArray(),
            RequiredQuery = query.Where(member => member.IsRequired).Select(member => member.WireName).ToEquatableArray(),
            RequiredHeaders = operation.Request.Members
                .Where(member => member.Location == MemberLocation.Header && member.IsRequired)
                .Select(member => member.WireName)
                .ToEquatableArray(),
        };
    }
}

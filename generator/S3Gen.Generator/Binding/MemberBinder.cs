using S3Gen.Generator.Model;
using S3Gen.Generator.Naming;

namespace S3Gen.Generator.Binding;

/// <summary>Resolves the HTTP and XML bindings of members.</summary>
internal sealed class MemberBinder(BindingContext context)
{
    internal static readonly string[] ResponseMembers = ["StatusCode", "RequestId", "HostId", "Dispose", "DisposeAsync"];

    /// <summary>Members that the base class of exceptions has already.</summary>
    private static readonly string[] ExceptionMembers =
    [
        "Data", "HelpLink", "HResult", "InnerException", "Message", "Source", "StackTrace", "TargetSite", "GetBaseException", "GetObjectData",
        "StatusCode", "ErrorCode", "RequestId", "HostId", "OperationName", "AttemptCount", "IsMalformedResponse", "ResponseExcerpt", "ServiceMessage", "Details",
    ];

    /// <summary>What a union has beside its cases.</summary>
    private static readonly string[] UnionMembers = ["UnknownMember"];

    /// <summary>Names that a property avoids in one kind of type or another.</summary>
    public static IReadOnlyCollection<string> InheritedMembers { get; } = [.. ResponseMembers, .. ExceptionMembers, .. UnionMembers];

    private readonly TypeBinder _types = new(context);

    /// <summary>Members of an operation's input: HTTP bindings count.</summary>
    public EquatableArray<MemberBinding> BindInput(Shape shape, string typeName) =>
        BindMembers(shape, typeName, [], isSent: true, isTopLevel: true, requiredInCSharp: !context.Target.IsServer);

    /// <summary>Members of an operation's output: HTTP bindings count.</summary>
    public EquatableArray<MemberBinding> BindOutput(Shape shape, string typeName) =>
        BindMembers(shape, typeName, ResponseMembers, isSent: false, isTopLevel: true, requiredInCSharp: false);

    public EquatableArray<MemberBinding> BindError(Shape shape, string typeName) =>
        BindMembers(shape, typeName, ExceptionMembers, isSent: false, isTopLevel: true, requiredInCSharp: false);

    /// <summary>Members of a structure inside a document: HTTP bindings mean nothing there.</summary>
    public EquatableArray<MemberBinding> BindNested(Shape shape, string typeName, bool isSent, bool isReceived) =>
        BindMembers(
            shape, typeName, shape.Type == ShapeType.Union ? UnionMembers : [], isSent, isTopLevel: false,
            requiredInCSharp: !context.Target.IsServer && isSent && !isReceived && shape.Type == ShapeType.Structure);

    private EquatableArray<MemberBinding> BindMembers(
        Shape shape, string typeName, string[] inherited, bool isSent, bool isTopLevel, bool requiredInCSharp)
    {
        List<MemberBinding> members = [];
        foreach (Member member in shape.Members)
        {
            members.Add(BindMember(member, typeName, inherited, isSent, isTopLevel, requiredInCSharp));
        }

        if (isSent && isTopLevel)
        {
            CustomerKeyBinder.Bind(members, shape, context.Shapes);
        }

        return members.ToEquatableArray();
    }

    private MemberBinding BindMember(Member member, string typeName, string[] inherited, bool isSent, bool isTopLevel, bool requiredInCSharp)
    {
        TraitSet traits = member.Traits;
        Shape target = context.Shapes[member.Target];
        (MemberLocation location, string wireName) = isTopLevel ? Locate(member, isSent) : (MemberLocation.Body, ElementName(member));
        string property = CSharpNames.Property(member.Name, typeName, inherited);
        TypeBinding type = _types.Bind(member.Target, traits, DefaultFormat(location), location == MemberLocation.Payload, isSent);
        bool required = traits.Has(TraitIds.Required);
        return new MemberBinding
        {
            Name = member.Name,
            Property = property,
            Local = CSharpNames.Local(property),
            Type = type,
            Location = location,
            WireName = wireName,
            IsRequired = required,
            IsRequiredProperty = required && requiredInCSharp && !traits.Has(TraitIds.IdempotencyToken),
            IsSensitive = traits.Has(TraitIds.Sensitive) || target.Traits.Has(TraitIds.Sensitive),
            IsIdempotencyToken = traits.Has(TraitIds.IdempotencyToken),
            IsHostLabel = traits.Has(TraitIds.HostLabel),
            Deprecation = Deprecations.MessageOf(traits),
            Documentation = traits.Text(TraitIds.Documentation) ?? target.Traits.Text(TraitIds.Documentation),
            IsXmlAttribute = traits.Has(TraitIds.XmlAttribute),
            IsFlattened = traits.Has(TraitIds.XmlFlattened),
            Namespace = XmlNamespaces.AttributeText(traits) is { Length: > 0 } own ? own : location == MemberLocation.Body ? type.Namespace ?? string.Empty : string.Empty,
            Constraints = isSent && isTopLevel ? ConstraintBinder.Bind(traits, target.Traits, type, location) : default,
            IsEventPayload = traits.Has(TraitIds.EventPayload),
            IsEventHeader = traits.Has(TraitIds.EventHeader),
        };
    }

    /// <summary>Labels and the query mean nothing in a response, nor a status in a request: members there are part of the body.</summary>
    private (MemberLocation Location, string WireName) Locate(Member member, bool isSent)
    {
        TraitSet traits = member.Traits;
        if (isSent && traits.Has(TraitIds.HttpLabel))
        {
            return (MemberLocation.Label, member.Name);
        }

        if (traits.Text(TraitIds.HttpHeader) is { } header)
        {
            return (MemberLocation.Header, header);
        }

        if (isSent && traits.Text(TraitIds.HttpQuery) is { } query)
        {
            return (MemberLocation.Query, query);
        }

        if (traits.Text(TraitIds.HttpPrefixHeaders) is { } prefix)
        {
            return (MemberLocation.PrefixHeaders, prefix);
        }

        return isSent && traits.Has(TraitIds.HttpQueryParams) ? (MemberLocation.QueryMap, member.Name)
            : traits.Has(TraitIds.HttpPayload) ? (MemberLocation.Payload, PayloadName(member))
            : !isSent && traits.Has(TraitIds.HttpResponseCode) ? (MemberLocation.ResponseCode, member.Name)
            : (MemberLocation.Body, ElementName(member));
    }

    private string PayloadName(Member member)
    {
        Shape target = context.Shapes[member.Target];
        return member.Traits.Text(TraitIds.XmlName) ?? target.Traits.Text(TraitIds.XmlName) ?? target.Name;
    }

    private static string ElementName(Member member) => member.Traits.Text(TraitIds.XmlName) ?? member.Name;

    private static string DefaultFormat(MemberLocation location) =>
        location is MemberLocation.Header or MemberLocation.PrefixHeaders ? "http-date" : "date-time";
}

using S3Gen.ModelCases.Model;

namespace S3Gen.ModelCases.Http;

/// <summary>The members of an input or output by the part of the message that they are bound to.</summary>
public sealed class HttpBinding(Shape message)
{
    private static readonly string[] Places =
    [
        Traits.HttpLabel, Traits.HttpHeader, Traits.HttpPrefixHeaders, Traits.HttpQuery, Traits.HttpQueryParams, Traits.HttpPayload, Traits.HttpResponseCode,
    ];

    /// <summary>The member that is the body, if one is.</summary>
    public Member? Payload { get; } = message.Members.FirstOrDefault(member => member.Traits.Has(Traits.HttpPayload));

    /// <summary>Members that no binding puts elsewhere: the children of the document's root.</summary>
    public IReadOnlyList<Member> Document { get; } = [.. message.Members.Where(member => !Places.Any(member.Traits.Has))];

    public IEnumerable<Member> Headers => With(Traits.HttpHeader);

    public IEnumerable<Member> PrefixHeaders => With(Traits.HttpPrefixHeaders);

    public IEnumerable<Member> Labels => With(Traits.HttpLabel);

    public IEnumerable<Member> Query => With(Traits.HttpQuery);

    public IEnumerable<Member> QueryMaps => With(Traits.HttpQueryParams);

    /// <summary>Whether the body is a document.</summary>
    public bool HasXmlBody => Payload is { } payload ? payload.Target.IsStructure && !payload.Target.IsEventStream : Document.Count > 0;

    private IEnumerable<Member> With(string trait) => message.Members.Where(member => member.Traits.Has(trait));
}

using System.Globalization;
using System.Text.RegularExpressions;
using S3Gen.Generator.Model;

namespace S3Gen.Generator.Reading.Checks;

/// <summary>The form of each trait that the generator reads; traits that are not here mean nothing to it and may hold anything.</summary>
internal static class TraitForms
{
    /// <summary>A token of RFC 9110, section 5.6.2.</summary>
    private static readonly Regex Token = new(@"\A[A-Za-z0-9!#$%&'*+.^_`|~-]+\z");

    private static readonly Regex XmlName = new(@"\A[A-Za-z_][A-Za-z0-9_.-]*(:[A-Za-z_][A-Za-z0-9_.-]*)?\z");
    private static readonly Regex HostPrefix = new(@"\A([A-Za-z0-9.-]|\{[A-Za-z0-9_]+\})+\z");
    private static readonly Regex Identifier = new(@"\A[A-Za-z_][A-Za-z0-9_]*\z");

    private static readonly TraitForm Boolean = new("a boolean", static value => value is BooleanNode);
    private static readonly TraitForm Strings = new("an array of strings", static value => value is ArrayNode array && array.Items.All(item => item is StringNode));
    private static readonly TraitForm Seconds = new("a whole number above 0", static value =>
        value is NumberNode number && int.TryParse(number.Text, NumberStyles.None, CultureInfo.InvariantCulture, out int seconds) && seconds > 0);

    private static readonly TraitForm Number = new("a number", static value => value is NumberNode);
    private static readonly TraitForm Name = TraitForm.TextLike("an identifier", Identifier.IsMatch);
    private static readonly TraitForm HeaderName = TraitForm.TextLike("the name of a header", Token.IsMatch);
    private static readonly TraitForm SomeText = TraitForm.TextLike("a string that is not empty", static text => text.Length > 0);

    /// <summary>Printed into URIs, headers, links and comments: control characters have no place in any of them.</summary>
    private static readonly TraitForm Line = TraitForm.TextLike("a string without control characters", static text => !text.Any(char.IsControl));

    private static readonly Dictionary<string, TraitForm> Forms = new()
    {
        [TraitIds.Deprecated] = TraitForm.With(("message", TraitForm.Text)),
        [TraitIds.Documentation] = TraitForm.Text,
        [TraitIds.Endpoint] = TraitForm.With(("hostPrefix*", TraitForm.TextLike("the beginning of a host name", HostPrefix.IsMatch))),
        [TraitIds.EnumValue] = new("a string or a number", static value => value is StringNode or NumberNode),
        [TraitIds.Error] = TraitForm.TextLike("'client' or 'server'", static text => text is "client" or "server"),
        [TraitIds.EventHeader] = TraitForm.Object,
        [TraitIds.EventPayload] = TraitForm.Object,
        [TraitIds.ExternalDocumentation] = new("an object of strings", static value => value is ObjectNode links && links.Properties.All(link => Line.IsMet(link.Value))),
        [TraitIds.HostLabel] = TraitForm.Object,
        [TraitIds.Http] = TraitForm.With(("method*", TraitForm.TextLike("the name of a method", Token.IsMatch)), ("uri*", Line)),
        [TraitIds.HttpChecksum] = TraitForm.With(("requestChecksumRequired", Boolean), ("requestAlgorithmMember", TraitForm.Text), ("requestValidationModeMember", TraitForm.Text), ("responseAlgorithms", Strings)),
        [TraitIds.HttpChecksumRequired] = TraitForm.Object,
        [TraitIds.HttpHeader] = HeaderName,
        [TraitIds.HttpLabel] = TraitForm.Object,
        [TraitIds.HttpPayload] = TraitForm.Object,
        [TraitIds.HttpPrefixHeaders] = TraitForm.TextLike("the beginning of a header's name, or empty", static text => text.Length == 0 || Token.IsMatch(text)),
        [TraitIds.HttpQuery] = SomeText,
        [TraitIds.HttpQueryParams] = TraitForm.Object,
        [TraitIds.HttpResponseCode] = TraitForm.Object,
        [TraitIds.Idempotent] = TraitForm.Object,
        [TraitIds.IdempotencyToken] = TraitForm.Object,
        [TraitIds.Length] = TraitForm.With(("min", Number), ("max", Number)),
        [TraitIds.MediaType] = Line,
        [TraitIds.Paginated] = TraitForm.With(("inputToken", TraitForm.Text), ("outputToken", TraitForm.Text), ("items", TraitForm.Text), ("pageSize", TraitForm.Text)),
        [TraitIds.Range] = TraitForm.With(("min", Number), ("max", Number)),
        [TraitIds.Required] = TraitForm.Object,
        [TraitIds.RestXml] = TraitForm.With(("noErrorWrapping", Boolean)),
        [TraitIds.Sensitive] = TraitForm.Object,
        [TraitIds.ServiceTrait] = TraitForm.With(("sdkId", SomeText), ("arnNamespace", SomeText), ("endpointPrefix", SomeText)),
        [TraitIds.SigV4] = TraitForm.With(("name*", SomeText)),
        [TraitIds.Sparse] = TraitForm.Object,
        [TraitIds.Streaming] = TraitForm.Object,
        [TraitIds.TimestampFormat] = TraitForm.TextLike("'date-time', 'http-date' or 'epoch-seconds'", static text => text is "date-time" or "http-date" or "epoch-seconds"),
        [TraitIds.Title] = TraitForm.Text,
        [TraitIds.UnsignedPayload] = TraitForm.Object,
        [TraitIds.UnwrappedXmlOutput] = TraitForm.Object,
        [TraitIds.Waitable] = new("an object of waiters by name", static value => value is ObjectNode waiters && waiters.Properties.All(waiter => Identifier.IsMatch(waiter.Name) && Waiter.IsMet(waiter.Value))),
        [TraitIds.XmlAttribute] = TraitForm.Object,
        [TraitIds.XmlFlattened] = TraitForm.Object,
        [TraitIds.XmlName] = TraitForm.TextLike("the name of an XML element", XmlName.IsMatch),
        [TraitIds.XmlNamespace] = TraitForm.With(("uri*", Line), ("prefix", TraitForm.TextLike("the prefix of an XML name", XmlName.IsMatch))),
        [TraitIds.BucketName] = TraitForm.Object,
        [TraitIds.ByteRange] = TraitForm.Object,
        [TraitIds.CustomerKey] = TraitForm.With(("algorithm*", Name), ("digest*", Name)),
        [TraitIds.ErrorInSuccess] = TraitForm.Object,
        [TraitIds.FinalEvent] = TraitForm.With(("name*", Name)),
        [TraitIds.ObjectKey] = TraitForm.Object,
        [TraitIds.PaginatedByMarkers] = TraitForm.With(("inputTokens*", Strings), ("outputTokens*", Strings), ("fallbackTokens", Strings), ("moreResults", TraitForm.Text), ("items", TraitForm.Text)),
        [TraitIds.Rename] = TraitForm.With(("name*", Name)),
    };

    private static TraitForm Waiter => TraitForm.With(("minDelay", Seconds), ("maxDelay", Seconds), ("acceptors*", Acceptors));

    private static TraitForm Acceptors => new("an array of acceptors", static value => value is ArrayNode array && array.Items.Count > 0 && array.Items.All(IsAcceptor));

    public static TraitForm? Of(string trait) => Forms.TryGetValue(trait, out TraitForm? form) ? form : null;

    private static bool IsAcceptor(Node acceptor) =>
        acceptor["state"]?.AsString() is "success" or "failure" or "retry" && acceptor["matcher"] is ObjectNode { Properties.Count: > 0 };
}

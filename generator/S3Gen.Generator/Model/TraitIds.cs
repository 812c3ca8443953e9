namespace S3Gen.Generator.Model;

/// <summary>The ids of the traits that the generator understands.</summary>
internal static class TraitIds
{
    public const string Deprecated = "smithy.api#deprecated";
    public const string Documentation = "smithy.api#documentation";
    public const string ClientContextParams = "smithy.rules#clientContextParams";
    public const string ContextParam = "smithy.rules#contextParam";
    public const string Endpoint = "smithy.api#endpoint";
    public const string EndpointBdd = "smithy.rules#endpointBdd";
    public const string EndpointRuleSet = "smithy.rules#endpointRuleSet";
    public const string EnumValue = "smithy.api#enumValue";
    public const string Error = "smithy.api#error";
    public const string EventHeader = "smithy.api#eventHeader";
    public const string EventPayload = "smithy.api#eventPayload";
    public const string ExternalDocumentation = "smithy.api#externalDocumentation";
    public const string HostLabel = "smithy.api#hostLabel";
    public const string Http = "smithy.api#http";
    public const string HttpError = "smithy.api#httpError";
    public const string HttpChecksum = "aws.protocols#httpChecksum";
    public const string HttpChecksumRequired = "smithy.api#httpChecksumRequired";
    public const string HttpHeader = "smithy.api#httpHeader";
    public const string HttpLabel = "smithy.api#httpLabel";
    public const string HttpPayload = "smithy.api#httpPayload";
    public const string HttpPrefixHeaders = "smithy.api#httpPrefixHeaders";
    public const string HttpQuery = "smithy.api#httpQuery";
    public const string HttpQueryParams = "smithy.api#httpQueryParams";
    public const string HttpResponseCode = "smithy.api#httpResponseCode";
    public const string Idempotent = "smithy.api#idempotent";
    public const string IdempotencyToken = "smithy.api#idempotencyToken";
    public const string Length = "smithy.api#length";
    public const string MediaType = "smithy.api#mediaType";
    public const string Mixin = "smithy.api#mixin";
    public const string OperationContextParams = "smithy.rules#operationContextParams";
    public const string Paginated = "smithy.api#paginated";
    public const string Range = "smithy.api#range";
    public const string RequestCompression = "smithy.api#requestCompression";
    public const string Required = "smithy.api#required";
    public const string RestXml = "aws.protocols#restXml";
    public const string Sensitive = "smithy.api#sensitive";
    public const string ServiceTrait = "aws.api#service";
    public const string SigV4 = "aws.auth#sigv4";
    public const string Sparse = "smithy.api#sparse";
    public const string StaticContextParams = "smithy.rules#staticContextParams";
    public const string Streaming = "smithy.api#streaming";
    public const string TimestampFormat = "smithy.api#timestampFormat";
    public const string Title = "smithy.api#title";
    public const string UnsignedPayload = "aws.auth#unsignedPayload";
    public const string UnwrappedXmlOutput = "aws.customizations#s3UnwrappedXmlOutput";
    public const string Waitable = "smithy.waiters#waitable";
    public const string XmlAttribute = "smithy.api#xmlAttribute";
    public const string XmlFlattened = "smithy.api#xmlFlattened";
    public const string XmlName = "smithy.api#xmlName";
    public const string XmlNamespace = "smithy.api#xmlNamespace";

    /// <summary>Our own traits, for customizations that an overlay switches on.</summary>
    public const string BucketName = "s3gen.traits#bucketName";
    public const string ByteRange = "s3gen.traits#byteRange";
    public const string CustomerKey = "s3gen.traits#customerKey";
    public const string ErrorInSuccess = "s3gen.traits#errorInSuccess";
    public const string FinalEvent = "s3gen.traits#finalEvent";
    public const string ObjectKey = "s3gen.traits#objectKey";
    public const string PaginatedByMarkers = "s3gen.traits#paginated";
    public const string Repeatable = "s3gen.traits#repeatable";
    public const string Rename = "s3gen.traits#rename";
}

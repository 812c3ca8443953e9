namespace S3Gen.ModelCases.Model;

/// <summary>Ids of the traits that decide what travels.</summary>
public static class Traits
{
    public const string ContextParam = "smithy.rules#contextParam";
    public const string Endpoint = "smithy.api#endpoint";
    public const string EnumValue = "smithy.api#enumValue";
    public const string Error = "smithy.api#error";
    public const string EventHeader = "smithy.api#eventHeader";
    public const string EventPayload = "smithy.api#eventPayload";
    public const string HostLabel = "smithy.api#hostLabel";
    public const string Http = "smithy.api#http";
    public const string HttpChecksum = "aws.protocols#httpChecksum";
    public const string HttpChecksumRequired = "smithy.api#httpChecksumRequired";
    public const string HttpError = "smithy.api#httpError";
    public const string HttpHeader = "smithy.api#httpHeader";
    public const string HttpLabel = "smithy.api#httpLabel";
    public const string HttpPayload = "smithy.api#httpPayload";
    public const string HttpPrefixHeaders = "smithy.api#httpPrefixHeaders";
    public const string HttpQuery = "smithy.api#httpQuery";
    public const string HttpQueryParams = "smithy.api#httpQueryParams";
    public const string HttpResponseCode = "smithy.api#httpResponseCode";
    public const string IdempotencyToken = "smithy.api#idempotencyToken";
    public const string Length = "smithy.api#length";
    public const string MediaType = "smithy.api#mediaType";
    public const string Pattern = "smithy.api#pattern";
    public const string Range = "smithy.api#range";
    public const string Required = "smithy.api#required";
    public const string RestXml = "aws.protocols#restXml";
    public const string Streaming = "smithy.api#streaming";
    public const string TimestampFormat = "smithy.api#timestampFormat";
    public const string UnwrappedXmlOutput = "aws.customizations#s3UnwrappedXmlOutput";
    public const string XmlAttribute = "smithy.api#xmlAttribute";
    public const string XmlFlattened = "smithy.api#xmlFlattened";
    public const string XmlName = "smithy.api#xmlName";
    public const string XmlNamespace = "smithy.api#xmlNamespace";

    /// <summary>Traits of the overlay.</summary>
    public const string BucketName = "s3gen.traits#bucketName";
    public const string ByteRange = "s3gen.traits#byteRange";
    public const string CustomerKey = "s3gen.traits#customerKey";
    public const string ErrorInSuccess = "s3gen.traits#errorInSuccess";
    public const string Rename = "s3gen.traits#rename";
}

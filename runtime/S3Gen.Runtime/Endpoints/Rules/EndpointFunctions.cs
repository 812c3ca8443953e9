using System.ComponentModel;
using System.Text;
using S3Gen.Runtime.Endpoints;
using S3Gen.Runtime.Text;

namespace S3Gen.Runtime.CodeGen;

/// <summary>The functions of the language of endpoint rules. What is given no text, answers none or false.</summary>
/// <seealso href="https://smithy.io/2.0/additional-specs/rules-engine/standard-library.html"/>
/// <seealso href="https://smithy.io/2.0/aws/rules-engine/library-functions.html"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EndpointFunctions
{
    /// <summary><c>stringEquals</c>: both texts are there and have the same characters.</summary>
    /// <param name="left">A text.</param>
    /// <param name="right">Another.</param>
    public static bool StringEquals(RuleText left, RuleText right) => left.IsSet && left == right;

    /// <summary><c>booleanEquals</c>: both values are there and equal.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">Another.</param>
    public static bool BooleanEquals(bool? left, bool? right) => left is not null && left == right;

    /// <summary><c>coalesce</c>: the first text that is there.</summary>
    /// <param name="first">A text.</param>
    /// <param name="second">What stands in for it.</param>
    public static RuleText Coalesce(RuleText first, RuleText second) => first.IsSet ? first : second;

    /// <summary><c>substring</c>: a stretch of an ASCII text; none if the text is shorter than that.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Its first character.</param>
    /// <param name="end">The character behind its last.</param>
    /// <param name="reverse">Whether both count from the text's end.</param>
    public static RuleText Substring(RuleText text, int start, int end, bool reverse) =>
        start >= end || end > text.Length || !Ascii.IsValid(text.Span) ? default
        : text.Slice(reverse ? text.Length - end : start, end - start);

    /// <summary><c>split</c>: the parts of a text between delimiters.</summary>
    /// <param name="text">The text.</param>
    /// <param name="delimiter">What stands between parts; not empty.</param>
    /// <param name="limit">Most parts there may be; 0: any number.</param>
    public static RuleList Split(RuleText text, string delimiter, int limit)
    {
        ArgumentException.ThrowIfNullOrEmpty(delimiter);
        return RuleList.Split(text, delimiter, limit);
    }

    /// <summary><c>uriEncode</c>: percent-encodes all but unreserved characters.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="ArgumentException">It holds half a surrogate pair.</exception>
    public static RuleText UriEncode(RuleText text) => text.IsSet ? UriEncoding.Encode(text.ToString(), keepSlash: false) : default(RuleText);

    /// <summary><c>parseURL</c>: a URL's parts; none if it is not one of http or https, or has a query.</summary>
    /// <param name="text">The URL.</param>
    public static RuleUrl ParseUrl(RuleText text) => RuleUrl.Parse(text);

    /// <summary><c>isValidHostLabel</c>: 1 to 63 letters, digits and hyphens, no hyphen at either end.</summary>
    /// <param name="text">The text.</param>
    /// <param name="allowSubDomains">Whether it may be several such labels with dots between.</param>
    public static bool IsValidHostLabel(RuleText text, bool allowSubDomains) => HostLabels.AreValid(text.Span, allowSubDomains);

    /// <summary><c>aws.isVirtualHostableS3Bucket</c>: a bucket's name can precede a host name.</summary>
    /// <param name="bucket">The name.</param>
    /// <param name="allowSubDomains">Whether it may have dots.</param>
    public static bool IsVirtualHostableS3Bucket(RuleText bucket, bool allowSubDomains) => HostLabels.IsBucket(bucket.Span, allowSubDomains);

    /// <summary><c>aws.parseArn</c>: the parts of an ARN; none if it is no ARN.</summary>
    /// <param name="text">The ARN.</param>
    public static RuleArn ParseArn(RuleText text) => RuleArn.Parse(text);

    /// <summary><c>aws.partition</c>: a region's partition; for a region that nobody knows, the commercial one.</summary>
    /// <param name="region">The region.</param>
    public static RulePartition FindPartition(RuleText region) => region.IsSet ? new RulePartition(PartitionTable.Find(region.Span)) : default;
}

using System.Text.Json.Serialization;

namespace S3Cli.Output.Messages;

/// <summary>Something that a command tells: a line for people, or a JSON object whose <c>type</c> says what it is.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(BucketListed), "bucket")]
[JsonDerivedType(typeof(PrefixListed), "prefix")]
[JsonDerivedType(typeof(ObjectListed), "object")]
[JsonDerivedType(typeof(Totals), "totals")]
[JsonDerivedType(typeof(UsageCounted), "usage")]
[JsonDerivedType(typeof(Transferred), "transfer")]
[JsonDerivedType(typeof(Deleted), "delete")]
[JsonDerivedType(typeof(BucketMade), "makeBucket")]
[JsonDerivedType(typeof(BucketRemoved), "removeBucket")]
[JsonDerivedType(typeof(ObjectDescribed), "objectHead")]
[JsonDerivedType(typeof(BucketDescribed), "bucketHead")]
[JsonDerivedType(typeof(UrlSigned), "url")]
[JsonDerivedType(typeof(WarningGiven), "warning")]
[JsonDerivedType(typeof(FailureReported), "error")]
internal abstract record Message
{
    /// <summary>Whether it tells what was done, rather than what was asked for; <c>--quiet</c> leaves it out.</summary>
    [JsonIgnore]
    public virtual bool IsNews => false;

    public abstract string ToLine(LineStyle style);
}

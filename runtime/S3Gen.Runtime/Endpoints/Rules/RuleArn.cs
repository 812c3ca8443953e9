using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>The parts of an Amazon Resource Name, or none: <c>arn:partition:service:region:account-id:resource</c>.</summary>
/// <seealso href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html"/>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct RuleArn
{
    private const string Scheme = "arn";
    private const string Prefix = Scheme + ":";
    private const int Parts = 6;

    private RuleArn(RuleList parts)
    {
        Partition = parts[1];
        Service = parts[2];
        Region = parts[3];
        AccountId = parts[4];
        ResourceId = RuleList.SplitAtAny(parts[5], ":/");
    }

    /// <summary>Whether there is an ARN.</summary>
    public bool IsSet => Partition.IsSet;

    /// <summary>The partition, e.g. <c>aws</c>.</summary>
    public RuleText Partition { get; }

    /// <summary>The service, e.g. <c>s3-outposts</c>.</summary>
    public RuleText Service { get; }

    /// <summary>The region, which may be empty.</summary>
    public RuleText Region { get; }

    /// <summary>The account, which may be empty.</summary>
    public RuleText AccountId { get; }

    /// <summary>The resource, cut at colons and slashes.</summary>
    public RuleList ResourceId { get; }

    /// <summary>Whether what stands for a bucket is meant as an ARN, be it a right one or not.</summary>
    internal static bool IsMeantByBucket(string bucket) => bucket.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Takes an ARN apart: six parts, of which partition, service and resource are not empty.</summary>
    internal static RuleArn Parse(RuleText text)
    {
        RuleList parts = RuleList.Split(text, ":", Parts);
        bool isArn = parts[0] == Scheme && parts[1].Length > 0 && parts[2].Length > 0 && parts[Parts - 1].Length > 0;
        return isArn ? new RuleArn(parts) : default;
    }
}

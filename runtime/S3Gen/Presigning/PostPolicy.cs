using System.Globalization;
using S3Gen.Presigning;

namespace S3Gen;

/// <summary>
/// What a browser's form may upload without credentials: to which bucket and key, of what size and type. A form that breaks a condition,
/// or has a field that no condition mentions, is refused by S3.
/// </summary>
/// <remarks>Either <see cref="Key"/> or <see cref="KeyPrefix"/> is required: a policy without a key would open the whole bucket.</remarks>
/// <seealso href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-HTTPPOSTConstructPolicy.html"/>
public sealed class PostPolicy
{
    private readonly List<PostCondition> _conditions = [];

    /// <summary>The bucket that receives the upload.</summary>
    public required string Bucket { get; init; }

    /// <summary>The key that the upload gets, exactly, 1 to 1,024 bytes of UTF-8.</summary>
    public string? Key { get; init; }

    /// <summary>What the key begins with. The form's field adds <c>${filename}</c>, for which S3 puts the name of the uploaded file; "" allows any key.</summary>
    public string? KeyPrefix { get; init; }

    /// <summary>How long the form is valid from now on: whole seconds, 1 second to 7 days. Default 1 hour.</summary>
    public TimeSpan Expires { get; init; } = TimeSpan.FromHours(1);

    /// <summary>The conditions, in the order in which they were added.</summary>
    internal IReadOnlyList<PostCondition> Conditions => _conditions;

    /// <summary>Bounds the size of the upload, in bytes.</summary>
    /// <param name="min">The least, 0 or more.</param>
    /// <param name="max">The most, not less than <paramref name="min"/>.</param>
    /// <returns>This policy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A bound is negative, or the least is above the most.</exception>
    /// <exception cref="ArgumentException">The size is bounded already.</exception>
    public PostPolicy RequireLength(long min, long max)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(min);
        ArgumentOutOfRangeException.ThrowIfLessThan(max, min);
        return Add(new PostCondition(PostConditionKind.LengthRange, PostCondition.LengthField, Text(min), Text(max)));
    }

    /// <summary>Demands that a field of the form has exactly this value; the field is among those of the result.</summary>
    /// <param name="field">The field, e.g. <c>acl</c>, <c>Content-Type</c>, <c>success_action_status</c>, <c>x-amz-meta-author</c>.</param>
    /// <param name="value">Its value.</param>
    /// <returns>This policy.</returns>
    /// <exception cref="ArgumentException">The field is set otherwise, or has a condition already.</exception>
    public PostPolicy Require(string field, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return Add(new PostCondition(PostConditionKind.Equal, Checked(field), value));
    }

    /// <summary>Demands that a field of the form begins so; the page that has the form adds the field.</summary>
    /// <param name="field">The field.</param>
    /// <param name="prefix">What its value begins with; "" allows any value.</param>
    /// <returns>This policy.</returns>
    /// <exception cref="ArgumentException">The field is set otherwise, or has a condition already.</exception>
    public PostPolicy RequirePrefix(string field, string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        return Add(new PostCondition(PostConditionKind.StartsWith, Checked(field), prefix));
    }

    /// <summary>Demands this type of content.</summary>
    /// <param name="contentType">The media type, e.g. <c>image/png</c>.</param>
    /// <returns>This policy.</returns>
    public PostPolicy RequireContentType(string contentType) => Require("Content-Type", contentType);

    /// <summary>Demands that the object gets this canned access control list.</summary>
    /// <param name="acl">The list.</param>
    /// <returns>This policy.</returns>
    public PostPolicy RequireAcl(ObjectCannedACL acl) => Require("acl", acl.Value);

    /// <summary>Demands that the object is encrypted.</summary>
    /// <param name="encryption">How.</param>
    /// <param name="kmsKeyId">The key of AWS KMS; null for none, or for the account's own.</param>
    /// <returns>This policy.</returns>
    public PostPolicy RequireEncryption(ServerSideEncryption encryption, string? kmsKeyId = null)
    {
        Require("x-amz-server-side-encryption", encryption.Value);
        return kmsKeyId is null ? this : Require("x-amz-server-side-encryption-aws-kms-key-id", kmsKeyId);
    }

    private static string Checked(string field)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(field);
        return PostFields.IsOwn(field)
            ? throw new ArgumentException($"The field '{field}' of a POST form is set by the policy itself: it cannot have a condition of its own.", nameof(field))
            : field;
    }

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private PostPolicy Add(PostCondition condition)
    {
        if (_conditions.Exists(other => other.Field.Equals(condition.Field, StringComparison.OrdinalIgnoreCase)))
        {
            throw new ArgumentException($"The policy has a condition on '{condition.Field}' already.", nameof(condition));
        }

        _conditions.Add(condition);
        return this;
    }
}

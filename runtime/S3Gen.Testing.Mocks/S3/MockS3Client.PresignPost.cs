using S3Gen.Runtime;
using S3Gen.Testing.CodeGen;

namespace S3Gen.Testing;

public sealed partial class MockS3Client
{
    private static readonly MockOperation<PostPolicy, PresignedPost> PostPresigning = new("PresignPost")
    {
        Describe = static policy => MockText.Of((nameof(PostPolicy.Bucket), policy.Bucket)),
    };

    /// <summary>Says what <see cref="PresignPostAsync"/> gives. Where nothing is set up that is a form for a host that does not exist.</summary>
    /// <param name="when">Which policies are meant; null for all.</param>
    /// <returns>The setup, to be told its answers.</returns>
    public MockSetup<PostPolicy, PresignedPost> OnPresignPost(Func<PostPolicy, bool>? when = null) => _recorder.On(PostPresigning, when);

    /// <inheritdoc/>
    public Task<PresignedPost> PresignPostAsync(PostPolicy policy, CancellationToken cancellationToken = default) =>
        _recorder.CallAsync(PostPresigning, policy, cancellationToken, token => _presigner.Value.PresignPostAsync(policy, token));
}

using S3Gen.Encryption.Content;

namespace S3Gen.Encryption.Tests;

/// <summary>A body that is sent again is the same ciphertext, or nothing.</summary>
public sealed class ReplayTests
{
    [Test]
    public void Piece_that_changed_is_refused_before_it_is_encrypted()
    {
        Fingerprints fingerprints = new();
        fingerprints.Check("one"u8);
        fingerprints.Check("two"u8);
        fingerprints.Restart();
        fingerprints.Check("one"u8);
        Assert.That(Assert.Throws<InvalidOperationException>(() => fingerprints.Check("TWO"u8))!.Message, Does.Contain("changed between two attempts"));
    }
}

namespace S3Gen.Integration.Faults;

/// <summary>
/// What the object of a key may be: the last content that was acknowledged, or any that was sent since without an answer. Null is no
/// object.
/// </summary>
internal sealed class PossibleContents
{
    private readonly List<byte[]?> _contents = [null];

    /// <summary>Whether it is known which.</summary>
    public bool IsCertain => _contents.Count == 1;

    public byte[]? Certain => IsCertain ? _contents[0] : throw new InvalidOperationException("It is not certain.");

    public void Acknowledge(byte[]? content)
    {
        _contents.Clear();
        _contents.Add(content);
    }

    public void Add(byte[]? content) => _contents.Add(content);

    public void AssertHas(string key, byte[]? actual) => Assert.That(
        _contents.Any(content => content is null ? actual is null : actual is not null && content.AsSpan().SequenceEqual(actual)),
        Is.True,
        $"{key} has {actual?.Length ?? -1} bytes; possible are {string.Join(", ", _contents.Select(content => content?.Length ?? -1))} (-1: none)");

    public void AssertHasLength(string key, long? actual) =>
        Assert.That(_contents.Select(content => (long?)content?.Length), Does.Contain(actual), $"{key} is not as long as it should be");
}

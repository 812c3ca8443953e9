namespace S3Gen.Testing;

/// <summary>What a double does with a call that nothing was set up for.</summary>
public enum MockBehavior
{
    /// <summary>It throws an <see cref="UnexpectedCallException"/>, which says how to set the call up.</summary>
    Strict,

    /// <summary>It answers with a response whose members are all unset.</summary>
    Loose,
}

using System.ComponentModel;

namespace S3Gen.Runtime.CodeGen;

/// <summary>What an answer means to a waiter.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum WaiterState
{
    /// <summary>Not yet.</summary>
    Retry,

    /// <summary>What was waited for has come.</summary>
    Success,

    /// <summary>It will never come.</summary>
    Failure,
}

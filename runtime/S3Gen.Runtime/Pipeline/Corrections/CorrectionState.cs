namespace S3Gen.Runtime.Pipeline.Corrections;

/// <summary>What was mended about one call, and what its next signature goes by.</summary>
internal sealed class CorrectionState
{
    /// <summary>What was tried already.</summary>
    private Correction _tried;

    /// <summary>What is added to the client's clock when a request is signed.</summary>
    internal TimeSpan ClockOffset { get; set; }

    /// <summary>The timestamp of the moment in which the attempt began.</summary>
    internal long SentAt { get; set; }

    /// <summary>How far the service's clock is ahead of the client's by the attempt's response; null if it did not tell.</summary>
    internal TimeSpan? Skew { get; set; }

    /// <summary>The session that the attempt is signed with; null if it is signed with the client's own credentials.</summary>
    internal Credentials? Session { get; set; }

    /// <summary>What is wrong and could not be mended, for the exception.</summary>
    internal string? Remark { get; set; }

    /// <summary>True the first time.</summary>
    internal bool TryBegin(Correction correction)
    {
        bool isFirst = (_tried & correction) == 0;
        _tried |= correction;
        return isFirst;
    }

    internal void Reset()
    {
        _tried = Correction.None;
        ClockOffset = default;
        SentAt = 0;
        Skew = null;
        Session = null;
        Remark = null;
    }
}

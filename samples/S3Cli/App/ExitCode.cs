namespace S3Cli.App;

/// <summary>What the process ends with. Scripts rely on the numbers: none is ever given another meaning.</summary>
internal enum ExitCode
{
    /// <summary>All was done.</summary>
    Success = 0,

    /// <summary>Something failed; of many objects, at least one.</summary>
    Failure = 1,

    /// <summary>The command line or the configuration is wrong; nothing was sent.</summary>
    Usage = 2,

    /// <summary>What was asked for is not there: no such bucket, object, version, file, or nothing below a prefix.</summary>
    NotFound = 3,

    /// <summary>There are no credentials, or they do not suffice.</summary>
    Denied = 4,

    /// <summary>The service could not be reached, or did not answer in time.</summary>
    Unreachable = 5,

    /// <summary>Ctrl-C, or the system's request to end: 128 and the number of SIGINT.</summary>
    Canceled = 130,

    /// <summary>Who read the output has gone, as <c>head</c> does: 128 and the number of SIGPIPE.</summary>
    OutputClosed = 141,
}

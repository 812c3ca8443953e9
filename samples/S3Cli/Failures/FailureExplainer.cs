using S3Cli.App;
using S3Gen;
using S3Gen.Runtime;

namespace S3Cli.Failures;

/// <summary>Says of an exception what people need to know of it.</summary>
internal static class FailureExplainer
{
    /// <summary>The failure; what nobody has foreseen is a fault of the tool itself, and said to be one.</summary>
    public static Failure Explain(string what, Exception exception) => exception switch
    {
        UsageException => Of(what, exception, null, ExitCode.Usage),
        UnsafeNameException => Of(what, exception, "Fetch it alone, under a name of your choice", ExitCode.Failure),
        NothingThereException => Of(what, exception, null, ExitCode.NotFound),
        CredentialsException e => new Failure(
            what, $"no usable credentials: {Trim(e.Reason)}", "Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, name a --profile, or use --no-sign-request for what is public", ExitCode.Denied) { Details = Causes(e) },
        ServiceConnectionException or CircuitOpenException => Unreachable(what, (ServiceException)exception),
        ServiceException e => Refused(what, e),
        FileNotFoundException or DirectoryNotFoundException => Of(what, exception, "Check the path", ExitCode.NotFound),
        UnauthorizedAccessException => Of(what, exception, "Check who may read and write there", ExitCode.Denied),
        TransferException { InnerException: ServiceException inner } e => Refused(what, inner) with { Why = Trim(e.Message) },
        TransferException or IOException or TimeoutException or ArgumentException or NotSupportedException => Of(what, exception, null, ExitCode.Failure),
        _ => new Failure(what, $"a fault of the tool itself, {exception.GetType().Name}: {Trim(exception.Message)}", "Please report it", ExitCode.Failure) { Details = Causes(exception) },
    };

    public static Failure Canceled(string what, Exception exception) =>
        new(what, exception is TransferCanceledException ? Trim(exception.Message) : "canceled", null, ExitCode.Canceled);

    private static Failure Refused(string what, ServiceException exception)
    {
        Advice? advice = Advice.For(exception.ErrorCode);
        string said = string.IsNullOrEmpty(exception.ServiceMessage) ? exception.Message : exception.ServiceMessage;
        return new Failure(what, advice is null ? Trim(said) : $"{advice.Why} ({exception.ErrorCode})", advice?.Fix, advice?.ExitCode ?? ExitCode.Failure)
        {
            Code = exception.ErrorCode,
            RequestId = exception.RequestId,
            Details = Causes(exception),
        };
    }

    private static Failure Unreachable(string what, ServiceException exception) =>
        new(what, $"the service could not be reached: {Trim((exception.InnerException ?? exception).Message)}", "Check the network, and --endpoint-url", ExitCode.Unreachable)
        {
            Details = Causes(exception),
        };

    private static Failure Of(string what, Exception exception, string? fix, ExitCode code) =>
        new(what, Trim(exception.Message), fix, code) { Details = Causes(exception) };

    private static List<string> Causes(Exception exception)
    {
        List<string> causes = [];
        for (Exception? e = exception; e is not null; e = e.InnerException)
        {
            causes.Add($"{e.GetType().Name}: {e.Message.ReplaceLineEndings(" ")}");
        }

        return causes;
    }

    /// <summary>One line, to which a full stop is added later.</summary>
    private static string Trim(string message) => message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
}

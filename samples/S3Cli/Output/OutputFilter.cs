using S3Cli.Output.Messages;

namespace S3Cli.Output;

/// <summary>What is said: with <c>--quiet</c> only what was asked for, with <c>--verbose</c> also the causes of causes.</summary>
internal sealed record OutputFilter(bool IsQuiet, bool IsVerbose)
{
    public bool Lets(Message message) => !(IsQuiet && message.IsNews);
}

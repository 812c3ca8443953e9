using System.Threading.Channels;
using S3Cli.App;
using S3Cli.Failures;
using S3Cli.Locations;
using S3Cli.Output;
using S3Cli.Output.Messages;
using S3Gen;
using S3Gen.Runtime;

namespace S3Cli.Transfers;

/// <summary>Does many jobs, several at once. One that fails is told and counted, and the others go on.</summary>
internal sealed class TransferRun
{
    /// <summary>How far planning is ahead of transfers, so that the bars know what is to come, at a bounded cost.</summary>
    private const int Lookahead = 10_000;

    /// <summary>As many as awscli has, unless somebody has chosen.</summary>
    private const int UsualConcurrency = 10;

    private readonly IOutput _output;
    private readonly TransferSettings _settings;
    private readonly ObjectMover _mover;
    private readonly int _concurrency;
    private int _total;
    private int _failed;
    private ExitCode _lastFailure;

    public TransferRun(CommandContext context, TransferSettings settings)
    {
        _output = context.Output;
        _settings = settings;
        EffectiveSetting configured = context.Setting(nameof(S3ClientOptions.MultipartConcurrency));
        _concurrency = settings.Concurrency
            ?? (configured.Origin == SettingOrigin.Default ? UsualConcurrency : int.Parse(configured.Value!, System.Globalization.CultureInfo.InvariantCulture));
        S3TransferOptions options = new() { Concurrency = _concurrency, PartSize = settings.PartSize };
        _mover = new ObjectMover(context.Client, new S3Transfer(context.Client, options), context.Host, settings);
    }

    /// <summary>A single job ends with its own code; of several, those that failed make a failure of the whole.</summary>
    public ExitCode ExitCode => _failed == 0 ? ExitCode.Success : _total == 1 ? _lastFailure : ExitCode.Failure;

    public Task RunAsync(IAsyncEnumerable<TransferJob> jobs, CancellationToken cancellationToken) =>
        _output.WithProgressAsync(board => RunAsync(jobs, board, cancellationToken));

    private async Task RunAsync(IAsyncEnumerable<TransferJob> jobs, IProgressBoard board, CancellationToken cancellationToken)
    {
        Channel<TransferJob> planned = Channel.CreateBounded<TransferJob>(Lookahead);
        using CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        Task planning = PlanAsync(jobs, board, planned.Writer, stop.Token);
        ParallelOptions parallel = new() { MaxDegreeOfParallelism = _concurrency, CancellationToken = cancellationToken };
        try
        {
            await Parallel.ForEachAsync(planned.Reader.ReadAllAsync(cancellationToken), parallel, (job, token) => DoAsync(job, board, token));
        }
        finally
        {
            await stop.CancelAsync();
            await planning;
        }
    }

    /// <summary>What goes wrong comes out of the channel's other end.</summary>
    private async Task PlanAsync(IAsyncEnumerable<TransferJob> jobs, IProgressBoard board, ChannelWriter<TransferJob> planned, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (TransferJob job in jobs.WithCancellation(cancellationToken))
            {
                _total++;
                board.Expect(job.Size);
                await planned.WriteAsync(job, cancellationToken);
            }

            planned.Complete();
        }
        catch (Exception e)
        {
            planned.Complete(e);
        }
    }

    private async ValueTask DoAsync(TransferJob job, IProgressBoard board, CancellationToken cancellationToken)
    {
        try
        {
            if (job.Refusal is not null)
            {
                throw job.Refusal;
            }

            if (!_settings.IsDryRun)
            {
                using ITransferWatch watch = board.Begin(job.Source.ToString()!, job.Size);
                await _mover.RunAsync(job, watch, cancellationToken);
            }

            Tell(job);
        }
        catch (Exception e) when (!EndsAll(e))
        {
            Failure failure = FailureExplainer.Explain($"{job.Action} of {job.Source} to {job.Target}", e);
            Interlocked.Increment(ref _failed);
            _lastFailure = failure.ExitCode;
            _output.Fail(failure);
        }
    }

    /// <summary>What the next job would meet too, or what is no failure.</summary>
    private static bool EndsAll(Exception exception) =>
        exception is OperationCanceledException or OutputClosedException or UsageException or CredentialsException or NoSuchBucketException;

    private void Tell(TransferJob job)
    {
        // The object itself is on the standard output then.
        if (job.Target is not Location.StandardStream)
        {
            _output.Write(new Transferred(_settings.IsMove ? "move" : job.Action, job.Source.ToString()!, job.Target.ToString()!, job.Size, _settings.IsDryRun));
        }
    }
}

using S3Gen;
using S3Gen.Quickstart;
using S3Gen.Runtime;

using CancellationTokenSource interrupt = new();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    interrupt.Cancel();
};

try
{
    await using Target target = await Target.ConnectAsync(interrupt.Token);
    Console.WriteLine($"S3Gen quickstart against {target.Description}");
    await new Tour(target.Client, new Report(Console.Out)).RunAsync(interrupt.Token);
    return 0;
}
catch (OperationCanceledException) when (interrupt.IsCancellationRequested)
{
    await Console.Error.WriteLineAsync("Interrupted. What the tour had made is deleted again.");
    return 130;
}
catch (Exception failure) when (Advice.For(failure) is { } advice)
{
    await Console.Error.WriteLineAsync($"The tour ended early. {failure.Message}");
    await Console.Error.WriteLineAsync(advice);
    return 1;
}

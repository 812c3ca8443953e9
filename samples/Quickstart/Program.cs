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
    await Console.Error.WriteLineAsync("Interrupted. The bucket s3gen-quickstart-… of this run may still exist.");
    return 130;
}
catch (ServiceException failure)
{
    await Console.Error.WriteLineAsync($"The tour ended early. {failure.Message}");
    await Console.Error.WriteLineAsync("Check AWS_ENDPOINT_URL_S3, AWS_REGION, AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.");
    return 1;
}

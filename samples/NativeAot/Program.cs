using System.Diagnostics;
using NativeAot.Storage;
using S3Gen.Runtime;

// s3-get BUCKET KEY: writes an object to standard output. Endpoint, region and credentials are those of the environment, as every AWS tool reads them.
if (args is not [string bucket, string key])
{
    await Console.Error.WriteLineAsync("usage: s3-get BUCKET KEY");
    return 2;
}

try
{
    await using S3Reader s3 = new();
    using GetObjectResponse answer = await s3.GetObjectAsync(bucket, key);
    TimeSpan untilAnswer = DateTime.UtcNow - Process.GetCurrentProcess().StartTime.ToUniversalTime();
    await using Stream output = Console.OpenStandardOutput();
    await answer.Body.CopyToAsync(output);
    if (Environment.GetEnvironmentVariable("S3_GET_TIMES") == "1")
    {
        await Console.Error.WriteLineAsync($"answered {untilAnswer.TotalMilliseconds:F0} ms after the process began");
    }

    return 0;
}
catch (Exception e) when (e is ServiceException or CredentialsException or ArgumentException)
{
    await Console.Error.WriteLineAsync(e.Message);
    return 1;
}

using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace S3Gen.Runtime.CredentialSources;

/// <summary>
/// Runs a program that writes keys as JSON. No shell is involved; its time and its output are limited, and what it says to standard
/// error is thrown away, for it may be secret.
/// </summary>
/// <seealso href="https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html"/>
internal sealed class ProcessSource(string command, TimeSpan timeLimit, TimeProvider timeProvider) : ICredentialSource
{
    private const int MaxOutput = 64 * 1024;
    private const string Source = "credential_process";

    public async ValueTask<FoundCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        using Process process = Start();
        using CancellationTokenSource limit = new(timeLimit, timeProvider);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        byte[] output = new byte[MaxOutput + 1];
        try
        {
            Task discarded = process.StandardError.BaseStream.CopyToAsync(Stream.Null, either.Token);
            int length = await process.StandardOutput.BaseStream.ReadAtLeastAsync(output, output.Length, throwOnEndOfStream: false, either.Token)
                .ConfigureAwait(false);
            if (length > MaxOutput)
            {
                throw Fault("wrote more than 64 KiB");
            }

            await discarded.ConfigureAwait(false);
            await process.WaitForExitAsync(either.Token).ConfigureAwait(false);
            return process.ExitCode == 0 ? new(Read(output.AsSpan(0, length))) : throw Fault($"ended with code {process.ExitCode}");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw Fault(string.Create(CultureInfo.InvariantCulture, $"took longer than {timeLimit.TotalSeconds:0.###} s"));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(output);
            End(process);
        }
    }

    private static Credentials Read(ReadOnlySpan<byte> json)
    {
        TemporaryKeys keys = CredentialJson.Read(json, CredentialJson.Default.TemporaryKeys, Source);
        return keys.Version == 1 ? keys.ToCredentials(Source) : throw Fault("wrote no document of version 1");
    }

    private Process Start()
    {
        List<string> parts;
        try
        {
            parts = CommandLine.Split(command, OperatingSystem.IsWindows());
        }
        catch (FormatException e)
        {
            throw Fault(e.Message);
        }

        if (parts.Count == 0)
        {
            throw Fault("names no program");
        }

        ProcessStartInfo info = new(parts[0], parts[1..])
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            Process process = Process.Start(info) ?? throw Fault("could not be started");
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new CredentialsException($"{Source} '{parts[0]}' could not be started: error {e.NativeErrorCode}", e) { IsFault = true };
        }
    }

    private static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }
    }

    private static CredentialsException Fault(string what) => new($"{Source} {what}") { IsFault = true };
}

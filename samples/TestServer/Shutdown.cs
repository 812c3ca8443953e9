using System.Runtime.InteropServices;

namespace S3Gen.TestServer;

/// <summary>Waits for Ctrl+C or SIGTERM.</summary>
internal static class Shutdown
{
    public static async Task RequestedAsync()
    {
        TaskCompletionSource requested = new(TaskCreationOptions.RunContinuationsAsynchronously);
        void End(PosixSignalContext context)
        {
            context.Cancel = true;
            requested.TrySetResult();
        }

        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        await requested.Task;
    }
}

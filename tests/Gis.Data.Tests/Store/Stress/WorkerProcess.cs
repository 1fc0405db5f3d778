using System.Diagnostics;

namespace Gis.Data.Tests.Store.Stress;

/// <summary>A worker in a process of its own, and the lines that came out of it whole.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly List<string> lines = [];
    private readonly Process process;
    private readonly SemaphoreSlim said = new(0);
    private readonly Task<string> errors;
    private readonly Task reading;

    internal WorkerProcess(params string[] args)
        : this("dotnet", [typeof(WorkerProcess).Assembly.Location, .. args])
    {
    }

    /// <summary>Starts it through another program, as one that sets a limit.</summary>
    internal WorkerProcess(string program, string[] args)
    {
        process = Process.Start(new ProcessStartInfo(program, args) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        errors = process.StandardError.ReadToEndAsync();
        reading = Task.Run(ReadAsync);
    }

    internal string Errors => errors.Result;

    /// <summary>Lets it go on until it has said so many lines, or has ended.</summary>
    internal async Task WaitForLinesAsync(int count)
    {
        for (var line = 0; line < count && !reading.IsCompleted; line++)
            await Task.WhenAny(said.WaitAsync(), reading);
    }

    /// <summary>Lets it end, or kills it; gives what it said.</summary>
    internal async Task<(int Exit, List<string> Lines)> EndAsync(bool kill = false)
    {
        if (kill)
            process.Kill();
        await process.WaitForExitAsync();
        await reading;
        return (process.ExitCode, lines);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    // The end of the stream comes after the last whole line; half a line is no promise.
    private async Task ReadAsync()
    {
        var text = "";
        var buffer = new char[4096];
        while (await process.StandardOutput.ReadAsync(buffer) is > 0 and var read)
        {
            text += new string(buffer, 0, read);
            for (var end = text.IndexOf('\n', StringComparison.Ordinal); end >= 0; end = text.IndexOf('\n', StringComparison.Ordinal))
            {
                lines.Add(text[..end]);
                text = text[(end + 1)..];
                said.Release();
            }
        }
    }
}

using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Gis.Browser.Tests.Running;

/// <summary>The program as it is delivered, in a process of its own, over a store in a throw-away folder.</summary>
public sealed partial class GisProgram : IDisposable
{
    private const string Listening = "Now listening on: ";
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;

    /// <summary>Starts the program.</summary>
    /// <param name="fill">Fills its data folder before.</param>
    /// <param name="settings">Further settings, as --Maps:ReviewNumber and its value.</param>
    public static async Task<GisProgram> StartAsync(Func<string, Task> fill, params string[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("gis-browser-").FullName;
        await fill(folder);
        return new GisProgram(folder, settings);
    }

    private GisProgram(string folder, string[] settings)
    {
        Folder = folder;
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        // Port 0: the system chooses a free one and the program says which.
        foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory, "Gis.Web.dll"), "--Urls", "http://127.0.0.1:0", "--Data", folder, .. settings])
            start.ArgumentList.Add(argument);
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The program ended before it listened:\n{Said}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where its data lies.</summary>
    public string Folder { get; }

    /// <summary>Who has an account.</summary>
    public KnownPeople People => new(Folder);

    private string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    /// <summary>Where the program listens, as soon as it does.</summary>
    public async Task<Uri> FindAddress()
    {
        try
        {
            return await address.Task.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The program did not listen within {Patience}:\n{Said}");
        }
    }

    /// <summary>The path of the link for the first administrator, which the program prints a moment after it listens.</summary>
    public async Task<string> FindFirstLink()
    {
        using var late = new CancellationTokenSource(Patience);
        while (!FirstLink().IsMatch(Said))
            await Task.Delay(50, late.Token);
        return FirstLink().Match(Said).Value;
    }

    /// <summary>Says how the program ended, where a test would only see that nobody answers.</summary>
    public void MustRun()
    {
        if (process.HasExited)
            throw new InvalidOperationException($"The program ended with {process.ExitCode}:\n{Said}");
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        process.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    [GeneratedRegex("(?<=http://127\\.0\\.0\\.1:[0-9]+)/join/[a-z0-9]+")]
    private static partial Regex FirstLink();

    private void Hear(string? line)
    {
        lock (said)
            said.AppendLine(line);
        if (line?.IndexOf(Listening, StringComparison.Ordinal) is { } at and >= 0)
            address.TrySetResult(new Uri(line[(at + Listening.Length)..]));
    }
}

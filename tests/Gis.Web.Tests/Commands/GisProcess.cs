using System.Diagnostics;
using Gis.Web.Commands;

namespace Gis.Web.Tests.Commands;

/// <summary>The verbs as someone who scripts calls them.</summary>
internal static class GisProcess
{
    /// <summary>Runs a verb in the tests' own process, for one of its own compiles itself for seconds each time; what has input, or serves, as the real program.</summary>
    internal static Task<(int Exit, string Output, string Errors)> Run(string input, params string[] args) =>
        input.Length == 0 && Verbs.AreIn(args) ? OwnConsole.Run(args) : RunAlone(input, args);

    /// <summary>The real program as a process.</summary>
    internal static async Task<(int Exit, string Output, string Errors)> RunAlone(string input, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in args.Prepend(Path.Combine(AppContext.BaseDirectory, "Gis.Web.dll")))
            start.ArgumentList.Add(argument);

        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}

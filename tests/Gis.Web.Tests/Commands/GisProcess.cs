using System.Diagnostics;

namespace Gis.Web.Tests.Commands;

/// <summary>The real program as a process, as someone who scripts calls it.</summary>
internal static class GisProcess
{
    internal static async Task<(int Exit, string Output, string Errors)> Run(string input, params string[] args)
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

using System.CommandLine;

namespace Gis.Web.Commands;

/// <summary>The verbs for people who script. What they take and print is a contract: docs/decisions says how it may change.</summary>
public static class Verbs
{
    /// <summary>The input is wrong; standard error says how.</summary>
    public const int WrongInput = 2;

    /// <summary>Interrupted from the keyboard.</summary>
    public const int Cancelled = 130;

    /// <summary>Whether the program was started with a verb, rather than to serve.</summary>
    public static bool AreIn(string[] args) =>
        args is [var first, ..] && first != "serve" && (!first.StartsWith('-') || first is "--help" or "-h" or "-?" or "--version");

    public static async Task<int> Run(string[] args)
    {
        var root = new RootCommand("The map and planner of a city's public legal service network. Without a verb it serves the pages.");
        root.Add(new Command("serve", "Serve the pages (the default); settings as --Urls, --Data."));
        root.Add(CoverageVerb.Make());
        root.Add(NearestVerb.Make());
        root.Add(ConvertVerb.Make());
        root.Add(TravelVerb.Make());
        root.Add(ImportVerb.Make());
        root.Add(RegisterVerb.Make());
        root.Add(NationVerb.Make());
        root.Add(SolveVerb.Make());
        root.Add(MatchVerb.Make());
        root.Add(VerifyVerb.Make());
        root.Add(ExportVerb.Make());
        root.Add(BackupVerb.Make());
        root.Add(RestoreVerb.Make());
        root.Add(CopyVerb.Make());

        var parsed = root.Parse(args is ["help", .. var about] ? [.. about, "--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            return WrongInput;
        }

        return await Ending.Of(() => parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));
    }
}

/// <summary>What was given cannot be used; the message says where, what was found and what would be right.</summary>
public sealed class WrongInputException(string message) : Exception(message);

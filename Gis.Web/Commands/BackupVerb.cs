using System.CommandLine;
using Gis.Data.Store.Backups;

namespace Gis.Web.Commands;

/// <summary><c>gis backup</c>: a checked copy of the whole store, also while it is served and edited.</summary>
internal static class BackupVerb
{
    internal static Command Make()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The backup, as NAME.gpkg; its SHA-256 is written beside it, as NAME.gpkg.sha256" };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of lines" };
        var command = new Command("backup", "Copy the whole store, accounts and log included, and check the copy; exit 1 if the store in it has faults") { file, json };
        StoreChoice.AddStoreTo(command, "The folder of the store; nothing in it is made or changed");
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!.FullName;
            var content = await StoreBackup.WriteAsync(StoreChoice.Of(parsed).FolderOfFile, path, cancel);
            await Console.Out.WriteLineAsync(parsed.GetValue(json) ? JsonText.Of(content) : $"Wrote {path}{Environment.NewLine}{Describe(content)}");
            return content.Faults.Count == 0 ? 0 : VerifyVerb.FaultsFound;
        });
        return command;
    }

    /// <summary>What a backup holds and what is wrong with it, a line each.</summary>
    internal static string Describe(BackupContent content)
    {
        string[] lines =
        [
            content.Version is { } version ? $"Version {version} of the network ({content.VersionHash})" : "No version of the network",
            content.Entry is { } entry ? $"Log up to entry {entry} ({content.EntryDigest})" : "No entry of the log",
            $"SHA-256 {content.Sha256}",
            .. content.Faults,
            content.Faults.Count == 0 ? "The store in it is sound." : $"{content.Faults.Count} faults.",
        ];
        return string.Join(Environment.NewLine, lines);
    }
}

using System.CommandLine;
using Gis.Data.Store.Backups;

namespace Gis.Web.Commands;

/// <summary><c>gis restore</c>: a backup in the place of the store, or of one that is lost.</summary>
internal static class RestoreVerb
{
    internal static Command Make()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "A backup; with its .sha256 beside it its bytes are checked, too" };
        var version = new Option<long?>("--version") { Description = "The version whose network is to stand: it becomes a new version, and the log keeps all since" };
        var despite = new Option<bool>("--despite-faults") { Description = "Also if the store had faults when it was copied; not if the copy was changed since" };
        var json = new Option<bool>("--json") { Description = "One JSON object instead of lines" };
        var command = new Command("restore", "Put a backup in the place of the store, which is kept beside it; nothing may use the store meanwhile") { file, version, despite, json };
        StoreChoice.AddStoreTo(command, "The folder of the store; made if it is not there");
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetValue(file)!.FullName;
            var wishes = new RestoreWishes(parsed.GetValue(version), parsed.GetValue(despite));
            var restored = await StoreRestore.RunAsync(path, StoreChoice.Of(parsed).FolderOfFile, wishes, DateTimeOffset.UtcNow, cancel);
            await Console.Out.WriteLineAsync(parsed.GetValue(json) ? JsonText.Of(restored) : Describe(path, wishes, restored));
            return restored.Faults.Count == 0 ? 0 : VerifyVerb.FaultsFound;
        });
        return command;
    }

    private static string Describe(string file, RestoreWishes wishes, RestoredStore restored)
    {
        string[] lines =
        [
            $"Restored {file}: version {restored.Version} of the network, log up to entry {restored.Entry} ({restored.EntryDigest})",
            .. restored.Now == restored.Version ? Array.Empty<string>() : [$"The network is as of version {wishes.Version}, as the new version {restored.Now}"],
            .. restored.Bytes == BackupBytes.NotKnown ? ["No .sha256 was beside it: what the checks of the store do not reach may have been changed"] : Array.Empty<string>(),
            restored.Aside is { } aside ? $"The store that was there lies in {aside}" : "No store was there before",
            "Everybody must sign in anew. Contacts withdrawn and accounts closed since the backup are back: withdraw and close them again.",
            .. restored.Faults,
            restored.Faults.Count == 0 ? "The store is sound." : $"{restored.Faults.Count} faults.",
        ];
        return string.Join(Environment.NewLine, lines);
    }
}

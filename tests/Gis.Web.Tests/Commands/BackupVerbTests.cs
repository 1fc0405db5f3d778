using System.Text.Json;
using Gis.Data.Store;

namespace Gis.Web.Tests.Commands;

/// <summary>Backup and restore as someone who scripts calls them.</summary>
public sealed class BackupVerbTests : IDisposable
{
    private readonly string folder = GisApp.DrawFolder("gis-backup-verbs-");

    private string Data => folder;

    private string Nothing => Path.Combine(folder, "nothing");

    private string Backup => Path.Combine(folder, "copy.gpkg");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_store_goes_out_by_backup_and_comes_back_elsewhere_by_restore()
    {
        var (exit, output, errors) = await GisProcess.Run("", "backup", Backup, "--data", Data, "--json");
        Assert.True(exit == 0, output + errors);
        using var json = JsonDocument.Parse(output);
        Assert.Equal((1, 1), (json.RootElement.GetProperty("version").GetInt32(), json.RootElement.GetProperty("entry").GetInt32()));
        Assert.Equal((0, "The store is sound.\n"), Two(await GisProcess.Run("", "verify", "--backup", Backup)));

        var elsewhere = Path.Combine(folder, "elsewhere");
        var (restored, said, _) = await GisProcess.Run("", "restore", Backup, "--data", elsewhere, "--version", "1");
        Assert.Equal(0, restored);
        Assert.Contains("version 1 of the network, log up to entry 1", said, StringComparison.Ordinal);
        Assert.Contains("No store was there before", said, StringComparison.Ordinal);
        Assert.Equal((0, "The store is sound.\n"), Two(await GisProcess.Run("", "verify", "--data", elsewhere)));
        Assert.Equal(await VersionIn(Data), await VersionIn(elsewhere));
    }

    [Fact]
    public async Task A_changed_backup_is_found_by_verify_and_refused_by_restore()
    {
        Assert.Equal(0, (await GisProcess.Run("", "backup", Backup, "--data", Data)).Exit);
        await using (var bytes = File.Open(Backup, FileMode.Open))
        {
            bytes.Position = bytes.Length - 1;
            var last = bytes.ReadByte();
            bytes.Position = bytes.Length - 1;
            bytes.WriteByte((byte)(last ^ 1));
        }

        var (verified, found, _) = await GisProcess.Run("", "verify", "--backup", Backup);
        Assert.Equal(1, verified);
        Assert.Contains("is not as it was written", found, StringComparison.Ordinal);
        var (exit, output, errors) = await GisProcess.Run("", "restore", Backup, "--data", Data);
        Assert.Equal((2, ""), (exit, output));
        Assert.Contains("nothing was changed", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_backed_up_or_restored()
    {
        Assert.Equal(2, (await GisProcess.Run("", "backup", Backup, "--data", Nothing)).Exit);
        Assert.Equal(2, (await GisProcess.Run("", "restore", Backup, "--data", Nothing)).Exit);
        Assert.Equal(2, (await GisProcess.Run("", "verify", "--backup", Backup)).Exit);
        Assert.False(File.Exists(Backup));
        Assert.False(File.Exists(Path.Combine(Nothing, "network.gpkg")));
    }

    private static async Task<string> VersionIn(string data)
    {
        using var store = await GisStore.OpenAsync(data);
        return (await store.LoadAsync())!.Version;
    }

    private static (int, string) Two((int Exit, string Output, string Errors) run) => (run.Exit, run.Output);
}

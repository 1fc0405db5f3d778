using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Gis.Data.Export;
using Gis.Data.Import.Files;
using Gis.Data.Store;
using Gis.Web.Travel;

namespace Gis.Web.Import;

/// <summary>
/// Files that were brought and not imported yet, in the folder <c>imports</c> beside the store: each in a folder of its own, with
/// what was said of it. They are gone once imported or given up, or after a month.
/// </summary>
public sealed class ImportDrafts(IConfiguration settings, TimeProvider clock)
{
    /// <summary>For how long a file is kept that nobody goes on with.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const string FileName = "file";
    private const string SaidName = "draft.json";

    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    private readonly Lock reading = new();
    private (string Id, IReadOnlyList<SourceTable> Tables)? latest;

    private string Folder => Path.Combine(Path.GetFullPath(DataFolder.Of(settings)), "imports");

    /// <summary>Takes a file in.</summary>
    /// <exception cref="IOException">It cannot be kept.</exception>
    public async Task<ImportDraft> Add(Stream content, string name, string accountId, string source, CancellationToken cancel)
    {
        Forget();
        var draft = new ImportDraft { Id = LinkText.New(12), Name = name, AccountId = accountId, Made = clock.GetUtcNow(), Source = source };
        Directory.CreateDirectory(FolderOf(draft.Id));
        try
        {
            await using (var file = File.Create(FileOf(draft)))
                await content.CopyToAsync(file, cancel);
            await Save(draft);
            return draft;
        }
        catch
        {
            Directory.Delete(FolderOf(draft.Id), recursive: true);
            throw;
        }
    }

    /// <summary>Writes down what was said of a file.</summary>
    public Task Save(ImportDraft draft) =>
        WholeFile.WriteAsync(Path.Combine(FolderOf(draft.Id), SaidName), part => File.WriteAllBytesAsync(part, JsonSerializer.SerializeToUtf8Bytes(draft, Json)));

    /// <summary>A file that an account brought; null if there is none.</summary>
    public ImportDraft? Find(string id, string accountId) =>
        LinkText.MayBe(id) && Read(FolderOf(id)) is { } draft && draft.AccountId == accountId ? draft : null;

    /// <summary>The files that an account brought, the latest first.</summary>
    public ImmutableArray<ImportDraft> List(string accountId) => !Directory.Exists(Folder) ? [] :
        [.. Directory.EnumerateDirectories(Folder).Select(Read).OfType<ImportDraft>().Where(draft => draft.AccountId == accountId).OrderByDescending(draft => draft.Made)];

    /// <summary>Gives a file up.</summary>
    public void Remove(ImportDraft draft)
    {
        if (Directory.Exists(FolderOf(draft.Id)))
            Directory.Delete(FolderOf(draft.Id), recursive: true);
    }

    /// <summary>The tables of a file; read once while the same is asked for.</summary>
    /// <exception cref="SourceFileException">It cannot be read.</exception>
    public IReadOnlyList<SourceTable> ReadTables(ImportDraft draft, CancellationToken cancel)
    {
        lock (reading)
        {
            if (latest?.Id != draft.Id)
                latest = (draft.Id, SourceFile.Read(FileOf(draft), draft.Name, null, cancel));
            return latest.Value.Tables;
        }
    }

    private void Forget()
    {
        if (!Directory.Exists(Folder))
            return;
        foreach (var folder in Directory.EnumerateDirectories(Folder).Where(folder => Directory.GetLastWriteTimeUtc(folder) < clock.GetUtcNow() - Kept).ToList())
            Directory.Delete(folder, recursive: true);
    }

    private static ImportDraft? Read(string folder) => Path.Combine(folder, SaidName) is var file && File.Exists(file)
        ? JsonSerializer.Deserialize<ImportDraft>(File.ReadAllBytes(file), Json)
        : null;

    private string FolderOf(string id) => Path.Combine(Folder, id);

    private string FileOf(ImportDraft draft) => Path.Combine(FolderOf(draft.Id), FileName);
}

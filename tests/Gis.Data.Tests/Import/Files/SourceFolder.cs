using System.IO.Compression;
using System.Text;
using Gis.Data.Import.Files;

namespace Gis.Data.Tests.Import.Files;

/// <summary>Files of a test, gone with it, and what is read of them.</summary>
internal sealed class SourceFolder : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gis-source-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    internal string PathOf(string name) => Path.Combine(folder, name);

    internal string Put(string name, byte[] content)
    {
        File.WriteAllBytes(PathOf(name), content);
        return PathOf(name);
    }

    internal IReadOnlyList<SourceTable> Read(string name, byte[] content) => Read(name, content, SourceLimits.Default);

    internal IReadOnlyList<SourceTable> Read(string name, byte[] content, SourceLimits limits) => SourceFile.Read(Put(name, content), name, limits, null, CancellationToken.None);

    internal IReadOnlyList<SourceTable> Read(string name, string content) => Read(name, Encoding.UTF8.GetBytes(content));

    internal IReadOnlyList<SourceTable> Read(string name) => SourceFile.Read(PathOf(name), name, null, CancellationToken.None);

    /// <summary>The refusal of a file, which names it and what would be right.</summary>
    internal SourceFileException Refusal(string name, byte[] content, SourceLimits? limits = null)
    {
        var refusal = Assert.Throws<SourceFileException>(() => Read(name, content, limits ?? SourceLimits.Default));
        Assert.Matches($"^{name}: found .+; should be .+\\.$", refusal.Message);
        return refusal;
    }

    /// <summary>A zip of texts.</summary>
    internal static byte[] Zip(params (string Name, string Text)[] parts) =>
        Zip([.. parts.Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text)))]);

    internal static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }

    internal static IEnumerable<string> Lines(SourceTable table) => table.Rows.Select(row => $"{row.Number}: {string.Join("|", row.Cells)}");
}

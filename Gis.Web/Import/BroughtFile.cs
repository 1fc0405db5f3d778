using Gis.Data.Import.Files;

namespace Gis.Web.Import;

/// <summary>A small list that somebody brings with a form and that is read at once.</summary>
internal static class BroughtFile
{
    /// <summary>The tables of the file.</summary>
    /// <exception cref="SourceFileException">It cannot be read.</exception>
    internal static async Task<IReadOnlyList<SourceTable>> ReadTables(this IFormFile file, CancellationToken cancel)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await using (var kept = File.Create(path))
                await file.CopyToAsync(kept, cancel);
            return SourceFile.Read(path, Path.GetFileName(file.FileName), null, cancel);
        }
        finally
        {
            File.Delete(path);
        }
    }
}

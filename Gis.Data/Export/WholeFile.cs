namespace Gis.Data.Export;

/// <summary>Writes a file under a name of its own and moves it when it is whole, so that nobody reads half of one.</summary>
internal static class WholeFile
{
    internal static async Task WriteAsync(string file, Func<string, Task> write)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        var part = Path.Combine(folder, $".{Path.GetFileName(file)}.{Guid.NewGuid():N}.part");
        try
        {
            await write(part);
            File.Move(part, file, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }
}

namespace Gis.Data.Export;

/// <summary>Writes a file under a name of its own and moves it when it is whole, so that nobody reads half of one.</summary>
public static class WholeFile
{
    public static async Task WriteAsync(string file, Func<string, Task> write)
    {
        var part = NamePart(file);
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

    /// <summary>Writes text as UTF-8, whole or not at all.</summary>
    public static void WriteText(string file, Action<TextWriter> write) => Write(file, part =>
    {
        using var writer = new StreamWriter(part);
        write(writer);
    });

    internal static void Write(string file, Action<string> write)
    {
        var part = NamePart(file);
        try
        {
            write(part);
            File.Move(part, file, overwrite: true);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private static string NamePart(string file)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, $".{Path.GetFileName(file)}.{Guid.NewGuid():N}.part");
    }
}

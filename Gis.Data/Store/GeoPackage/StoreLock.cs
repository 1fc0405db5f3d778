namespace Gis.Data.Store.GeoPackage;

/// <summary>
/// Who may be at a store: files beside it that are held open. The system lets go of them when a program ends in whatever
/// way, so that one that was killed is in nobody's way.
/// </summary>
internal static class StoreLock
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Takes a turn at looking over the file and bringing it up to date; one program does at a time.</summary>
    /// <exception cref="StoreException">The folder cannot be written to, or another takes too long.</exception>
    internal static Task<FileStream> TakeTurnAsync(string store, CancellationToken cancellation) => WaitForAsync(store + ".lock", FileShare.None, cancellation);

    /// <summary>Marks the store as used, together with others that use it.</summary>
    /// <exception cref="StoreException">The folder cannot be written to, or somebody puts a copy back and takes too long.</exception>
    internal static Task<FileStream> UseAsync(string store, CancellationToken cancellation) => WaitForAsync(store + ".use", FileShare.ReadWrite, cancellation);

    /// <summary>Keeps everybody from using the store; null while somebody does.</summary>
    internal static FileStream? FindAlone(string store)
    {
        try
        {
            return Open(store + ".use", FileShare.None);
        }
        catch (IOException) when (File.Exists(store + ".use"))
        {
            return null;
        }
    }

    private static async Task<FileStream> WaitForAsync(string file, FileShare share, CancellationToken cancellation)
    {
        var giveUp = DateTime.UtcNow + Patience;
        try
        {
            while (true)
            {
                try
                {
                    return Open(file, share);
                }
                catch (IOException) when (File.Exists(file) && DateTime.UtcNow < giveUp)
                {
                    await Task.Delay(100, cancellation);
                }
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new StoreException($"The data folder {Path.GetDirectoryName(file)} cannot be written to: {fault.Message}", fault);
        }
    }

    private static FileStream Open(string file, FileShare share)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
    }
}

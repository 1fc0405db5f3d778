using CsCheck;
using Gis.Core.Network;
using Gis.Data.Store;
using Gis.Fuzzing;
using Microsoft.Data.Sqlite;

namespace Gis.Data.Tests.Store;

/// <summary>Whatever stands in a file where the store should, is opened or refused in words, and found out by a check.</summary>
[Trait("Store", StoreFolder.OfFile)]
public sealed class StoreFuzzTests
{
    [Fact]
    public async Task No_content_breaks_the_store()
    {
        using var folder = new StoreFolder();
        await folder.SaveAsync(StoreFolder.Town());
        SqliteConnection.ClearAllPools();
        var sound = await File.ReadAllBytesAsync(folder.File);
        Malformed.Bytes([sound, sound[..4096], "no store"u8.ToArray()]).Sample(
            content => Malformed.Try(() => Open(content)), iter: Malformed.Times(50), threads: 1);
    }

    private static void Open(byte[] content)
    {
        using var folder = new StoreFolder();
        File.WriteAllBytes(folder.File, content);
        try
        {
            folder.VerifyAsync().GetAwaiter().GetResult();
            folder.OpenAsync().GetAwaiter().GetResult().LoadAsync().GetAwaiter().GetResult();
        }
        catch (Exception refused) when (refused is StoreException or NetworkException)
        {
            Assert.NotEmpty(refused.Message);
        }
        finally
        {
            SqliteConnection.ClearAllPools();
        }
    }
}

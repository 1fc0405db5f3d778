using Gis.Data.Store;

namespace Gis.Web.Tests.Commands;

public sealed class NationVerbTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gis-nation-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_nation_is_made_in_an_empty_store()
    {
        var made = await GisProcess.Run("", "make-nation", "--province", "64", "--data", folder);
        Assert.Equal(0, made.Exit);
        Assert.Contains("5 cities, 22 counties, 2,912 villages, 259 stations and 22 centres", made.Output, StringComparison.Ordinal);
        Assert.Contains("cities written: 80 %", made.Errors, StringComparison.Ordinal);
        using var store = await GisStore.OpenAsync(folder);
        Assert.Equal(["640100", "640200", "640300", "640400", "640500"], (await store.ListCitiesAsync()).Select(city => city.Code.Digits));
    }

    [Fact]
    public async Task A_province_that_is_none_is_refused_and_makes_nothing()
    {
        var nowhere = await GisProcess.Run("", "make-nation", "--province", "99", "--data", folder);
        Assert.Equal(2, nowhere.Exit);
        Assert.Contains("--province: '99' is the code of no province here", nowhere.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }
}

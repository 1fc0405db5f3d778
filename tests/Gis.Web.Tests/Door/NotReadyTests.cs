using System.Net;

namespace Gis.Web.Tests.Door;

public sealed class NotReadyTests
{
    [Fact]
    public async Task Where_the_store_cannot_be_read_and_the_disk_not_be_written_the_program_lives_but_is_not_ready()
    {
        using var app = new GisApp();
        using var client = app.CreateClient();
        // The folder is gone, as when a disk is taken out.
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Move(app.DataFolder, app.DataFolder + "-away");
        try
        {
            var ready = await client.GetAsync("/health/ready");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
            Assert.Contains("\"store\":\"unhealthy\",\"disk\":\"unhealthy\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        }
        finally
        {
            Directory.Delete(app.DataFolder + "-away", recursive: true);
        }
    }
}

using Gis.Web.Tests.Commands;

namespace Gis.Web.Tests.Import;

public sealed class ImportVerbTests(GisApp app) : IClassFixture<GisApp>, IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public async Task A_dry_run_says_what_the_real_run_does_and_wrong_rows_are_left_out_only_when_asked()
    {
        await File.WriteAllTextAsync(file, "编号,建设状态\nroom-640104100201,在建\nroom-640104100202,建好了\n");

        var (exit, said, _) = await Import("--dry-run");
        Assert.Equal(0, exit);
        Assert.Contains("0 new, 1 changed, 0 unchanged, 0 in-doubt, 1 wrong.", said, StringComparison.Ordinal);
        Assert.Contains("row 3, wrong: Stage: \"建好了\"", said, StringComparison.Ordinal);

        (exit, _, var refusal) = await Import();
        Assert.Equal(2, exit);
        Assert.Contains("nothing was changed", refusal, StringComparison.Ordinal);

        (exit, said, _) = await Import("--leave-out", "--source", "测试台账");
        Assert.Equal(0, exit);
        Assert.Contains("Saved 1 records as version 2", said, StringComparison.Ordinal);
        Assert.Contains("0 new, 0 changed, 1 unchanged", (await Import("--dry-run")).Output, StringComparison.Ordinal);
    }

    private Task<(int Exit, string Output, string Errors)> Import(params string[] options) => GisProcess.Run("", ["import", file, "--data", app.DataFolder, .. options]);
}

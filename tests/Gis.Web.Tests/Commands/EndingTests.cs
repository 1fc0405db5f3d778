namespace Gis.Web.Tests.Commands;

/// <summary>What the program says when it cannot do as asked: one sentence, and no trace of its insides.</summary>
public sealed class EndingTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gis-ending-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Serving_a_damaged_store_ends_with_2_and_one_sentence()
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "network.gpkg"), "no database");
        AssertOneSentence(await GisProcess.RunAlone("", "--Data", folder, "--Urls", "http://127.0.0.1:0"), "network.gpkg");
    }

    // Nobody can write there, root included, to whom the permissions of an ordinary folder mean nothing.
    [Fact]
    public async Task An_export_to_a_folder_that_cannot_be_written_to_ends_with_2_and_one_sentence() =>
        AssertOneSentence(await GisProcess.RunAlone("", "export", "/proc/n.points.csv", "--data", folder), "/proc");

    private static void AssertOneSentence((int Exit, string Output, string Errors) ending, string words)
    {
        Assert.Equal(2, ending.Exit);
        Assert.Contains(words, Assert.Single(ending.Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}

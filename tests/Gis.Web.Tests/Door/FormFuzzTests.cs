using CsCheck;
using Gis.Core.Coverage;
using Gis.Core.Network;
using Gis.Fuzzing;
using Gis.Web.Coverage;
using Gis.Web.Layout;
using Gis.Web.Maps;
using Gis.Web.Siting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Gis.Web.Tests.Door;

/// <summary>Whatever stands in a link or a form, is read or refused field by field; and what is read is written so that it is read again.</summary>
public sealed class FormFuzzTests(GisApp app) : IClassFixture<GisApp>
{
    private readonly ServiceNetwork network = app.Snapshot.Network;

    [Fact]
    public void No_link_breaks_the_readers_of_questions()
    {
        var usual = new CoverageForm().Read(network, Language.English, out _)!;
        Malformed.Texts(File.ReadAllLines(Malformed.ListSeeds("Door", "queries.txt").Single())).Sample(
            text => Malformed.Try(() => ReadAll(text, usual)), iter: Malformed.Times(2000), threads: 1);
    }

    private void ReadAll(string text, CoverageQuestion usual)
    {
        var query = new QueryCollection(QueryHelpers.ParseQuery(text));
        var question = ReadQuestion(text);
        if (question is not null)
            Assert.Equal(question.ToString(), ReadQuestion(question.ToString())?.ToString());
        MeasuresForm.Of(query).Read(Language.Chinese, new FormFaults());
        OrderForm.Of(field => query[field]).Read(network, question ?? usual, Language.English, new FormFaults());
        var schedule = ScheduleForm.Parse(text, 2027);
        if (schedule.Read(network, question ?? usual, Language.Chinese, out var faults) is null)
            Assert.False(faults.IsEmpty);
        var parts = text.Split('&');
        TileAddress.TryParse(parts[0], parts[^1], text, out _);
    }

    private CoverageQuestion? ReadQuestion(string text)
    {
        var question = CoverageForm.Of(new QueryCollection(QueryHelpers.ParseQuery(text))).Read(network, Language.English, out var faults);
        Assert.Equal(question is null, !faults.IsEmpty);
        return question;
    }
}

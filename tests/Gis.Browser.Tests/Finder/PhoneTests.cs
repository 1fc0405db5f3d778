using System.Globalization;
using Gis.Browser.Tests.Running;
using Microsoft.Playwright;

namespace Gis.Browser.Tests.Finder;

/// <summary>The finder on a phone that knows where it is, and on one without a network.</summary>
[Collection(InBrowser.Name)]
public sealed class PhoneTests(GisSite site)
{
    // Somewhere in the north of Helan county, in digits that stand nowhere else.
    private const double Lon = 106.3917283;
    private const double Lat = 38.7264951;

    private static readonly Reader Phone = new(Width: 360, Height: 740) { At = (Lon, Lat), KeepsPages = true };

    [Fact]
    public async Task The_nearest_points_are_found_on_the_phone_and_no_coordinate_leaves_it()
    {
        await using var recorder = new Recorder(site.Address);
        await using var visit = await site.VisitAt(recorder.Address, "/find", Phone);

        await visit["#use-position"].ClickAsync();
        await Assertions.Expect(visit["#position-list .point"]).ToHaveCountAsync(12);
        await Assertions.Expect(visit["#position-answer"]).ToContainTextAsync("附近");
        // What is kept for later is fetched now, too.
        await visit.Ask<bool>("() => navigator.serviceWorker.ready.then(() => true)");

        Assert.Contains("GET /api/finder/index.json", recorder.Sent, StringComparison.Ordinal);
        foreach (var digits in Spellings(Lon).Concat(Spellings(Lat)))
            Assert.DoesNotContain(digits, recorder.Sent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_phone_gives_the_points_that_the_server_gives_for_the_same_place()
    {
        await using var listed = await site.Visit("/find?place=640122102");
        var served = await listed.Ask<string[]>("() => [...document.querySelectorAll('.points .point h3 a')].slice(0, 12).map(link => link.getAttribute('href').split('/').pop())");
        var seat = await listed.Ask<double[]>("async () => { const index = await (await fetch('/api/finder/index.json')).json(); return index.areas.find(([id]) => id === '640122102').slice(3, 5); }");
        await using var visit = await site.Visit("/find", Phone with { At = (seat[0], seat[1]), KeepsPages = false });
        await visit["#use-position"].ClickAsync();
        await Assertions.Expect(visit["#position-list .point"]).ToHaveCountAsync(12);
        var found = await visit.Ask<string[]>("() => [...document.querySelectorAll('#position-list .point a')].map(link => link.getAttribute('href').split('/').pop())");
        // Positions are kept to 11 m: two points as near may change places.
        Assert.InRange(served.Intersect(found).Count(), 11, 12);
        Assert.Equal(served[0], found[0]);
    }

    [Fact]
    public async Task Somebody_in_another_city_is_told_so_and_given_the_number_that_serves_everywhere()
    {
        await using var visit = await site.Visit("/find", Phone with { At = (116.4, 39.9), KeepsPages = false });
        await visit["#use-position"].ClickAsync();
        await Assertions.Expect(visit["#position-answer"]).ToContainTextAsync("12348");
        await Assertions.Expect(visit["#position-list"]).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Who_does_not_tell_where_they_are_is_shown_other_ways()
    {
        await using var visit = await site.Visit("/find", Phone with { At = null, KeepsPages = false });
        await visit["#use-position"].ClickAsync();
        await Assertions.Expect(visit["#position-answer"]).ToContainTextAsync("按地区找");
        await Assertions.Expect(visit["#use-position"]).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Without_a_network_pages_seen_the_search_and_the_position_still_work_and_say_how_old_they_are()
    {
        await using var recorder = new Recorder(site.Address);
        await using var visit = await site.VisitAt(recorder.Address, "/sites/centre-640122", Phone);
        await visit.Ask<bool>("() => navigator.serviceWorker.ready.then(() => true)");
        // The worker is there from the next page on.
        await visit.GoTo("/sites/centre-640122");
        await Assertions.Expect(visit["h1"]).ToContainTextAsync("贺兰县");
        recorder.IsCut = true;

        await visit.GoTo("/sites/centre-640122");
        await Assertions.Expect(visit["h1"]).ToContainTextAsync("贺兰县");
        await Assertions.Expect(visit[".offline-banner"]).ToContainTextAsync("离线");

        await visit.GoTo("/find?q=ligang");
        await Assertions.Expect(visit["h1"]).ToContainTextAsync("没有网络");
        await Assertions.Expect(visit["#age"]).ToContainTextAsync("名单存于");
        await Assertions.Expect(visit["#offline-found .point"].First).ToContainTextAsync("立岗");
        await visit["#use-position"].ClickAsync();
        await Assertions.Expect(visit["#position-list .point"]).ToHaveCountAsync(12);
    }

    // As it is, and cut or rounded to what still tells a house from the next.
    private static IEnumerable<string> Spellings(double degrees)
    {
        for (var digits = 3; digits <= 7; digits++)
        {
            yield return degrees.ToString("F" + digits, CultureInfo.InvariantCulture);
            yield return degrees.ToString("F9", CultureInfo.InvariantCulture)[..(degrees.ToString("F0", CultureInfo.InvariantCulture).Length + 1 + digits)];
        }
    }
}

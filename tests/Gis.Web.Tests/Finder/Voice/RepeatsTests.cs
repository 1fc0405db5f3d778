using Gis.Core.Finder.Voice;
using Gis.Web.Commands;
using Gis.Web.Finder.Voice;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Configuration;

namespace Gis.Web.Tests.Finder.Voice;

/// <summary>What keeps floods of messages out, at its edges.</summary>
public sealed class RepeatsTests
{
    private readonly StoodClock clock = new();
    private int received;

    [Fact]
    public async Task Exactly_a_day_later_the_same_words_are_another_message()
    {
        var repeats = new Repeats(clock);
        await repeats.Once(["home", "words"], Receive);
        clock.Now += Repeats.Span - TimeSpan.FromMilliseconds(1);
        await repeats.Once(["home", "words"], Receive);
        Assert.Equal(1, received);
        clock.Now += TimeSpan.FromMilliseconds(1);
        await repeats.Once(["home", "words"], Receive);
        Assert.Equal(2, received);
    }

    [Fact]
    public async Task Another_household_and_other_words_are_another_message()
    {
        var repeats = new Repeats(clock);
        foreach (var said in new[] { new[] { "home", "words" }, ["next door", "words"], ["home", "other"], ["homewords", ""] })
            await repeats.Once(said, Receive);
        Assert.Equal(4, received);
    }

    [Fact]
    public async Task Sent_many_times_at_once_it_is_received_once()
    {
        var (repeats, going) = (new Repeats(clock), new TaskCompletionSource());
        var all = Enumerable.Range(0, 20).Select(_ => repeats.Once(["home", "words"], Slowly)).ToList();
        going.SetResult();
        Assert.Single((await Task.WhenAll(all)).Distinct());
        Assert.Equal(1, received);

        async Task<VoiceNumber> Slowly()
        {
            await going.Task;
            return await Receive();
        }
    }

    [Fact]
    public async Task What_could_not_be_saved_was_not_said()
    {
        var repeats = new Repeats(clock);
        await Assert.ThrowsAsync<IOException>(() => repeats.Once(["home", "words"], () => Task.FromException<VoiceNumber>(new IOException())));
        await repeats.Once(["home", "words"], Receive);
        Assert.Equal(1, received);
    }

    [Theory]
    [InlineData(2.999, WritingPace.TooFast), InlineData(3, WritingPace.Right), InlineData(86_400, WritingPace.Right), InlineData(86_400.001, WritingPace.TooOld)]
    public void A_mark_tells_how_long_a_form_stood(double seconds, WritingPace pace)
    {
        var time = new WritingTime(new EphemeralDataProtectionProvider(), clock);
        var mark = time.Mark();
        clock.Now += TimeSpan.FromSeconds(seconds);
        Assert.Equal(pace, time.PaceOf(mark));
    }

    [Theory]
    [InlineData(null), InlineData(""), InlineData("CfDJ8AAAA"), InlineData("里")]
    public void Another_ones_mark_is_as_one_of_long_ago(string? mark) =>
        Assert.Equal(WritingPace.TooOld, new WritingTime(new EphemeralDataProtectionProvider(), clock).PaceOf(mark));

    [Theory]
    [InlineData("Voice:CorrectionWorkdays", "0"), InlineData("Voice:ReplyWorkdays", "251"), InlineData("Voice:ContactDays", "-1"), InlineData("Voice:ContactDays", "soon")]
    public void A_term_that_cannot_be_is_named(string setting, string value)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build();
        var wrong = Assert.Throws<WrongInputException>(() => VoiceSetup.Read(settings));
        Assert.Contains(setting, wrong.Message, StringComparison.Ordinal);
        Assert.Contains(value, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Voice:CorrectionWorkdays", "1"), InlineData("Voice:ReplyWorkdays", "250"), InlineData("Voice:ContactDays", "0"), InlineData("Voice:ContactDays", "365")]
    public void Exactly_at_its_ends_a_term_is_taken(string setting, string value) =>
        VoiceSetup.Read(new ConfigurationBuilder().AddInMemoryCollection([new(setting, value)]).Build());

    private Task<VoiceNumber> Receive() => Task.FromResult(VoiceNumber.Of("34333333" + VoiceNumber.Letters[received++]));

    private sealed class StoodClock : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

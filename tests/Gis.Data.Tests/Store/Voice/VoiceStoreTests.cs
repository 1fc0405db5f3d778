using System.Text;
using Gis.Core.Finder.Voice;
using Gis.Core.Network;
using Gis.Data.Store.Accounts;
using Gis.Data.Store.History;
using Gis.Data.Store.Voice;

namespace Gis.Data.Tests.Store.Voice;

public sealed class VoiceStoreTests : IDisposable
{
    private const string Officer = "officer-1";
    private const string Contact = "13900000000 张某";

    private static readonly DateOnly Today = new(2026, 3, 25);
    private static readonly DateTimeOffset Now = new(2026, 3, 25, 1, 0, 0, TimeSpan.Zero);
    private static readonly AreaCode City = AreaCode.Parse("640100");
    private static readonly AreaCode County = AreaCode.Parse("640104");
    private static readonly PointId Room = PointId.Parse("room-640104100202");

    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_message_comes_back_as_it_was_written()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var voices = new VoiceStore(store);
        var correction = Message(VoiceKind.Correction) with { About = CorrectionAbout.Hours, DueOn = new DateOnly(2026, 4, 1), IsHeld = true };
        var rating = Message(VoiceKind.Rating) with { Rating = new Rating(5, 4, 3), Words = "", Point = null };
        foreach (var message in new[] { correction, rating })
        {
            var number = await voices.ReceiveAsync(message, "", City.Digits, Now);
            Assert.Equal(message with { Number = number }, (await voices.FindAsync(number))!.Value.Message);
        }

        Assert.Null(await voices.FindAsync(VoiceNumber.Of("343333333")));
    }

    [Fact]
    public async Task No_two_messages_have_the_same_number()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var voices = new VoiceStore(store);
        var numbers = new HashSet<VoiceNumber>();
        for (var sent = 0; sent < 20; sent++)
            Assert.True(numbers.Add(await voices.ReceiveAsync(Message(VoiceKind.Complaint), "", City.Digits, Now)));
    }

    [Fact]
    public async Task A_queue_is_of_one_bureau_and_of_some_states()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var voices = new VoiceStore(store);
        var late = await voices.ReceiveAsync(Message(VoiceKind.Complaint) with { DueOn = Today }, "", City.Digits, Now);
        var soon = await voices.ReceiveAsync(Message(VoiceKind.Complaint) with { DueOn = Today.AddDays(-3) }, "", City.Digits, Now);
        await voices.ReceiveAsync(Message(VoiceKind.Complaint) with { Bureau = City }, "", City.Digits, Now);
        await voices.ReceiveAsync(Message(VoiceKind.Rating) with { Rating = new Rating(1, 1, 1), State = VoiceState.Closed }, "", City.Digits, Now);
        Assert.Equal([soon, late], (await voices.ListAsync(County, [VoiceState.New, VoiceState.TakenUp])).Select(message => message.Number));
        Assert.Single(await voices.ListAsync(City, [VoiceState.New]));
        Assert.Equal(4, (await voices.ListAsync(null, Enum.GetValues<VoiceState>())).Length);
    }

    [Fact]
    public async Task An_officer_takes_up_answers_and_closes()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var voices = new VoiceStore(store);
        var number = await voices.ReceiveAsync(Message(VoiceKind.Complaint), "", City.Digits, Now);
        Assert.True(await Step(voices, number, new VoiceStep(VoiceAct.TakeUp)));
        Assert.True(await Step(voices, number, new VoiceStep(VoiceAct.Note, "问过站长")));
        Assert.True(await Step(voices, number, new VoiceStep(VoiceAct.Answer, "已改正")));
        Assert.True(await Step(voices, number, new VoiceStep(VoiceAct.Close)));
        var message = (await voices.FindAsync(number))!.Value.Message;
        Assert.Equal((VoiceState.Closed, Officer, "已改正", "问过站长"), (message.State, message.HandlerId, message.Answer, message.Note));
        Assert.Equal((Today, Today), (message.AnsweredOn, message.ClosedOn));
        Assert.False(await Step(voices, number, new VoiceStep(VoiceAct.Answer, "又")));
        Assert.True(await Step(voices, number, new VoiceStep(VoiceAct.Reopen)));
        Assert.Null((await voices.FindAsync(number))!.Value.Message.ClosedOn);
    }

    [Fact]
    public async Task Who_saw_an_older_version_changes_nothing()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var voices = new VoiceStore(store);
        var number = await voices.ReceiveAsync(Message(VoiceKind.Complaint), "", City.Digits, Now);
        var seen = (await voices.FindAsync(number))!.Value.Tag;
        Assert.True(await voices.StepAsync(number, new VoiceStep(VoiceAct.TakeUp), seen, Today, Order()));
        Assert.False(await voices.StepAsync(number, new VoiceStep(VoiceAct.Forward, To: City), seen, Today, Order()));
        Assert.Equal(County, (await voices.FindAsync(number))!.Value.Message.Bureau);
    }

    [Fact]
    public async Task What_is_forwarded_lies_with_the_other_bureau_and_is_nobodys()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var voices = new VoiceStore(store);
        var number = await voices.ReceiveAsync(Message(VoiceKind.Complaint), Contact, City.Digits, Now);
        await Step(voices, number, new VoiceStep(VoiceAct.TakeUp));
        await Step(voices, number, new VoiceStep(VoiceAct.Forward, To: City));
        var message = (await voices.FindAsync(number))!.Value.Message;
        Assert.Equal((VoiceState.Forwarded, City, null), (message.State, message.Bureau, message.HandlerId));
        Assert.Null(await voices.FindContactAsync(number, Officer));
    }

    [Fact]
    public async Task A_contact_is_told_to_whoever_took_the_message_up_and_to_nobody_else()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var voices = new VoiceStore(store);
        var number = await voices.ReceiveAsync(Message(VoiceKind.Complaint), Contact, City.Digits, Now);
        Assert.Null(await voices.FindContactAsync(number, Officer));
        await Step(voices, number, new VoiceStep(VoiceAct.TakeUp));
        Assert.Equal(Contact, await voices.FindContactAsync(number, Officer));
        Assert.Null(await voices.FindContactAsync(number, "officer-2"));
    }

    [Trait("Store", StoreFolder.OfFile)]
    [Fact]
    public async Task A_contact_is_gone_from_the_file_so_many_days_after_closing()
    {
        using (var store = await folder.SaveAsync(StoreFolder.Town()))
        {
            var voices = new VoiceStore(store);
            var closed = await voices.ReceiveAsync(Message(VoiceKind.Complaint), Contact, City.Digits, Now);
            var open = await voices.ReceiveAsync(Message(VoiceKind.Complaint), "another", City.Digits, Now);
            await Step(voices, open, new VoiceStep(VoiceAct.TakeUp));
            foreach (var step in new[] { new VoiceStep(VoiceAct.TakeUp), new VoiceStep(VoiceAct.Answer, "好"), new VoiceStep(VoiceAct.Close) })
                await Step(voices, closed, step);
            var terms = new VoiceTerms { ContactDays = 30 };
            Assert.Equal(0, await voices.PurgeAsync(terms, Today.AddDays(29)));
            Assert.Equal(Contact, await voices.FindContactAsync(closed, Officer));
            Assert.Equal(1, await voices.PurgeAsync(terms, Today.AddDays(30)));
            Assert.Null(await voices.FindContactAsync(closed, Officer));
            Assert.Equal("another", await voices.FindContactAsync(open, Officer));
        }

        var bytes = await File.ReadAllBytesAsync(folder.File);
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(Contact)) < 0, "The contact is still in the file.");
        Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("another")) >= 0);
    }

    [Fact]
    public async Task Ratings_count_from_a_day_on_unless_they_are_held()
    {
        using var store = await folder.SaveAsync(StoreFolder.Town());
        var voices = new VoiceStore(store);
        var rating = Message(VoiceKind.Rating) with { Rating = new Rating(5, 4, 3) };
        await voices.ReceiveAsync(rating, "", City.Digits, Now);
        await voices.ReceiveAsync(rating with { ReceivedOn = Today.AddDays(-1), Rating = new Rating(1, 1, 1) }, "", City.Digits, Now);
        var held = await voices.ReceiveAsync(rating with { IsHeld = true, Rating = new Rating(2, 2, 2) }, "", City.Digits, Now);
        Assert.Equal([new Rating(5, 4, 3)], (await voices.ListRatingsAsync(Today))[Room]);
        Assert.Equal(2, (await voices.ListRatingsAsync(Today.AddDays(-1), Room))[Room].Count());
        Assert.Empty(await voices.ListRatingsAsync(Today, PointId.Parse("centre-640104")));
        Assert.True(await Step(voices, held, new VoiceStep(VoiceAct.Release)));
        Assert.Equal(2, (await voices.ListRatingsAsync(Today))[Room].Count());
    }

    [Fact]
    public async Task Each_step_is_in_the_log_by_number_without_words()
    {
        using (var store = await folder.SaveAsync(StoreFolder.Town()))
        {
            var voices = new VoiceStore(store);
            var number = await voices.ReceiveAsync(Message(VoiceKind.Complaint) with { Words = "某某态度差" }, Contact, City.Digits, Now);
            foreach (var step in new[] { new VoiceStep(VoiceAct.TakeUp), new VoiceStep(VoiceAct.Note, "内部备注"), new VoiceStep(VoiceAct.Answer, "公开答复"), new VoiceStep(VoiceAct.Close) })
                await Step(voices, number, step);
            var lines = (await new NetworkHistory(store).ListAsync(new LogFilter())).Where(line => line.Command.StartsWith("voice", StringComparison.Ordinal)).Reverse().ToList();
            Assert.Equal(["voice.receive", "voice.take-up", "voice.note", "voice.answer", "voice.close"], lines.Select(line => line.Command));
            Assert.All(lines, line => Assert.Equal($"voice:{number}", line.Subject));
        }

        var kept = folder.Ask("SELECT subject || reason FROM log") + folder.Ask("SELECT coalesce(before, '') || coalesce(after, '') FROM log_record");
        Assert.Contains("\"state\":\"closed\"", kept, StringComparison.Ordinal);
        foreach (var word in new[] { "某某", "内部", "公开", Contact })
            Assert.DoesNotContain(word, kept, StringComparison.Ordinal);
        // The officer has no account here; all else is in order.
        Assert.All(await folder.VerifyAsync(), fault => Assert.Contains("account", fault, StringComparison.Ordinal));
    }

    private static AccountOrder Order() => new(Officer, "", City.Digits, Now);

    private static VoiceMessage Message(VoiceKind kind) => new(default, kind, Room, County, "话", Today, VoiceState.New);

    private static async Task<bool> Step(VoiceStore voices, VoiceNumber number, VoiceStep step) =>
        await voices.StepAsync(number, step, (await voices.FindAsync(number))!.Value.Tag, Today, Order());
}

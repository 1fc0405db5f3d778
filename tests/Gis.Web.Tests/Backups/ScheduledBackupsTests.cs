using Gis.Data.Store;
using Gis.Data.Store.Backups;
using Gis.Web.Backups;
using Gis.Web.Commands;
using Gis.Web.Network;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gis.Web.Tests.Backups;

public sealed class ScheduledBackupsTests : IDisposable
{
    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.CreateCustomTimeZone("+8", TimeSpan.FromHours(8), "+8", "+8");

    private readonly string folder = Directory.CreateTempSubdirectory("gis-backups-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData(null, 2, true), InlineData(null, 4, true)]
    [InlineData(-21, 2, false), InlineData(-20, 3, true), InlineData(-24, 2, true)]
    [InlineData(3, 3, false), InlineData(2, 3, true), InlineData(2, 2, false)]
    public void A_backup_is_due_when_the_hour_has_struck_since_the_latest(int? madeAt, int now, bool due)
    {
        var midnight = new DateTimeOffset(2026, 3, 5, 0, 0, 0, TimeSpan.FromHours(8));
        DateTimeOffset? latest = madeAt is { } hour ? midnight.AddHours(hour) : null;
        Assert.Equal(due, Plan().IsDue(latest?.ToUniversalTime(), midnight.AddHours(now).ToUniversalTime(), Beijing));
    }

    [Fact]
    public void Unless_told_otherwise_backups_go_beside_the_data_at_night() =>
        Assert.Equal(new BackupPlan(Path.Combine(folder, "backups"), 3, new BackupKeep(7, 4, 12)), Plan());

    [Fact]
    public void An_empty_folder_turns_them_off() => Assert.Null(Plan(("Backups:Folder", "")).Folder);

    [Theory, InlineData("Backups:Hour", "24"), InlineData("Backups:Hour", "-1"), InlineData("Backups:Keep:Days", "x"), InlineData("Backups:Keep:Months", "1001")]
    public void A_setting_that_cannot_be_used_is_refused_by_name(string name, string text) =>
        Assert.Contains($"{name}: found '{text}'", Assert.Throws<WrongInputException>(() => Plan((name, text))).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Due_is_made_once_a_day_and_one_that_fails_is_told_and_tried_again()
    {
        using (await NetworkSetup.OpenStore(folder, CancellationToken.None))
        {
        }

        var clock = new SetClock(new DateTimeOffset(2026, 3, 5, 4, 0, 0, TimeSpan.Zero));
        var state = new BackupState(Settings());
        using var backups = new ScheduledBackups(state, clock, NullLogger<ScheduledBackups>.Instance);
        Assert.True(await backups.MakeIfDue(CancellationToken.None));
        Assert.False(await backups.MakeIfDue(CancellationToken.None));
        Assert.Equal((clock.Now, null), (state.Latest, state.Fault));

        clock.Now = clock.Now.AddDays(1);
        File.Move(GisStore.FileIn(folder), GisStore.FileIn(folder) + ".away");
        Assert.False(await backups.MakeIfDue(CancellationToken.None));
        Assert.Contains("no store to back up", state.Fault, StringComparison.Ordinal);

        File.Move(GisStore.FileIn(folder) + ".away", GisStore.FileIn(folder));
        Assert.True(await backups.MakeIfDue(CancellationToken.None));
        Assert.Equal((clock.Now, null), (state.Latest, state.Fault));
    }

    private BackupPlan Plan(params (string Name, string Text)[] more) => BackupPlan.Of(Settings(more));

    private IConfiguration Settings(params (string Name, string Text)[] more) => new ConfigurationBuilder()
        .AddInMemoryCollection(more.Append(("Data", folder)).Select(setting => KeyValuePair.Create<string, string?>(setting.Item1, setting.Item2))).Build();

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        internal DateTimeOffset Now { get; set; } = now;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => Now;
    }
}

using CsCheck;
using Gis.Core.Network;
using Gis.Core.Progress;

namespace Gis.Core.Tests.Progress;

public class StageHistoryTests
{
    private static readonly ServicePoint Room = Town.Room(0, Stage.Built);

    [Fact]
    public void A_point_without_moves_always_was_what_it_is() =>
        Assert.Equal(Stage.Built, new StageHistory([]).StageOn(Room, Year.Day(1, 1)));

    [Fact]
    public void A_stage_holds_from_the_very_day_of_the_move_and_before_it_the_one_it_came_from()
    {
        var history = new StageHistory([Year.Move(0, Stage.Planned, Stage.Building, Year.Day(4, 2), 1), Year.Move(0, Stage.Building, Stage.Built, Year.Day(5, 9), 2)]);
        Assert.Equal(
            [Stage.Planned, Stage.Building, Stage.Building, Stage.Built],
            new[] { Year.Day(4, 1), Year.Day(4, 2), Year.Day(5, 8), Year.Day(5, 9) }.Select(day => history.StageOn(Room, day)));
    }

    [Fact]
    public void What_was_written_down_late_counts_from_the_day_it_took_place() =>
        Assert.Equal(Stage.Built, new StageHistory([Year.Move(0, Stage.Building, Stage.Built, Year.Day(5, 9), 2), Year.Move(0, Stage.Planned, Stage.Building, Year.Day(4, 2), 1)]).StageOn(Room, Year.Day(6, 1)));

    [Fact]
    public void What_was_taken_back_never_happened()
    {
        var history = new StageHistory([Year.Move(0, Stage.Planned, Stage.Built, Year.Day(4, 2), 7), Year.Move(0, Stage.Built, Stage.Planned, Year.Day(4, 20), 8, undoes: 7)]);
        Assert.Empty(history.Moves);
    }

    [Fact]
    public void What_was_taken_back_and_put_back_happened_on_its_own_day()
    {
        var history = new StageHistory(
        [
            Year.Move(0, Stage.Planned, Stage.Built, Year.Day(4, 2), 7),
            Year.Move(0, Stage.Built, Stage.Planned, Year.Day(4, 20), 8, undoes: 7),
            Year.Move(0, Stage.Planned, Stage.Built, Year.Day(4, 21), 9, undoes: 8),
        ]);
        Assert.Equal((7, Year.Day(4, 2)), (Assert.Single(history.Moves).Entry, history.Moves[0].On));
    }

    [Fact]
    public void Taking_back_what_another_step_followed_is_a_step_of_its_own_day()
    {
        var history = new StageHistory(
        [
            Year.Move(0, Stage.Planned, Stage.Building, Year.Day(4, 2), 1),
            Year.Move(0, Stage.Building, Stage.Built, Year.Day(5, 9), 2),
            Year.Move(0, Stage.Built, Stage.Planned, Year.Day(6, 1), 3, undoes: 1),
        ]);
        Assert.Equal([Stage.Built, Stage.Planned], new[] { Year.Day(5, 31), Year.Day(6, 1) }.Select(day => history.StageOn(Room, day)));
    }

    // Whatever is done and taken back, the last day's stage is that of the last entry.
    [Fact]
    public void The_last_stage_is_always_the_one_written_down_last() => Gen.Int[0, 5].Array[1, 12].Sample(choices =>
    {
        var (moves, stage) = (new List<StageMove>(), Stage.Planned);
        foreach (var (choice, i) in choices.Select((choice, i) => (choice, i)))
        {
            var undone = choice == 5 ? moves.LastOrDefault(move => move.To == stage && moves.TrueForAll(other => other.Undoes != move.Entry)) : null;
            var to = undone?.From ?? (Stage)choice;
            if (to == stage)
                continue;
            moves.Add(Year.Move(0, stage, to, Year.Day(3, 1).AddDays(i), i + 1, undone?.Entry));
            stage = to;
        }

        var history = new StageHistory(moves);
        Assert.Equal(stage, history.Of(Town.RoomId(0)) is [.., var last] ? last.To : Stage.Planned);
    });
}

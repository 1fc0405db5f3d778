using System.Collections.Immutable;
using Gis.Core.Network;
using Gis.Core.Progress.Acceptance;

namespace Gis.Core.Tests.Progress.Acceptance;

public sealed class AcceptanceBoardTests
{
    private static readonly DateOnly Today = new(2018, 11, 20);

    // Of each tier one thing in each group; of a room they are 1, 2 and 3.
    private static readonly StandardSet Standards = new(Enum.GetValues<Tier>().SelectMany(tier => "FSW".Select((group, index) =>
        Sheets.Ask(tier == Tier.Room ? $"{index + 1}" : $"{tier}{group}", $"{group} 1") with { Tier = tier })));

    [Fact]
    public void A_returned_point_is_due_by_the_sheet_that_returned_it_and_comes_first()
    {
        var board = Board(
            [Town.Room(0), Town.Room(1, Stage.Returned), Town.Room(2, Stage.Returned), Town.Room(3, Stage.Planned)],
            Sheet(1, AcceptanceLevel.City, "yyn", AssessmentState.Returned, Today.AddDays(3)),
            Sheet(2, AcceptanceLevel.City, "yyn", AssessmentState.Returned, Today.AddDays(-1)));
        Assert.Equal([2, 1, 0], board.WaitingFor(AcceptanceLevel.County).Select(each => int.Parse(each.Point.Id.ToString()[^3..], System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((3, false), (Of(board, 1).DaysLeft, Of(board, 1).IsOverdue));
        Assert.Equal((-1, true), (Of(board, 2).DaysLeft, Of(board, 2).IsOverdue));
        Assert.Null(Of(board, 0).Due);
        Assert.Null(Of(board, 3).Turn);
    }

    [Fact]
    public void Once_it_is_declared_again_nothing_is_due()
    {
        var board = Board(
            [Town.Room(0, Stage.Declared)],
            Sheet(0, AcceptanceLevel.City, "yyn", AssessmentState.Returned, Today.AddDays(-9)), Sheet(0, AcceptanceLevel.County, "yyy", AssessmentState.Declared));
        Assert.Null(Of(board, 0).Due);
        Assert.False(Of(board, 0).IsOverdue);
    }

    [Fact]
    public void A_points_score_is_that_of_the_last_sheet_handed_in_and_a_draft_does_not_count()
    {
        var board = Board(
            [Town.Room(0, Stage.CityAccepted)],
            Sheet(0, AcceptanceLevel.County, "nnn", AssessmentState.Declared), Sheet(0, AcceptanceLevel.City, "yyh", AssessmentState.Accepted), Sheet(0, AcceptanceLevel.Region, "y..", AssessmentState.Draft));
        Assert.Equal(5 / 6.0, Of(board, 0).Score!.Total!.Value.Value, 12);
        Assert.Equal(5 / 6.0, board.Ranking[0].Mean!.Value.Value, 12);
        Assert.Equal(AcceptanceLevel.Region, Of(board, 0).Draft!.Level);
        Assert.False(Of(board, 0).IsReady);
    }

    [Fact]
    public void A_draft_of_a_level_whose_turn_it_is_not_waits()
    {
        var board = Board([Town.Room(0, Stage.Declared)], Sheet(0, AcceptanceLevel.County, "yyy", AssessmentState.Draft));
        Assert.Null(Of(board, 0).Draft);
        Assert.False(Of(board, 0).IsReady);
    }

    [Fact]
    public void A_level_goes_on_with_its_draft_else_with_what_it_found_last_else_with_nothing()
    {
        var handedIn = Sheet(0, AcceptanceLevel.City, "yyn", AssessmentState.Returned, Today) with { Note = "公示栏", Entry = 7, On = Today };
        var first = Board([Town.Room(0, Stage.Declared)], handedIn);
        var again = Of(first, 0).Continue(AcceptanceLevel.City);
        Assert.Equal((AssessmentState.Draft, "", null, null, null), (again.State, again.Note, again.Due, again.Entry, again.On));
        Assert.Equal(handedIn.Verdicts, again.Verdicts);
        Assert.Empty(Of(first, 0).Continue(AcceptanceLevel.Region).Verdicts);

        var draft = Sheet(0, AcceptanceLevel.City, "yyy", AssessmentState.Draft);
        Assert.Same(draft, Of(Board([Town.Room(0, Stage.Declared)], handedIn, draft), 0).Continue(AcceptanceLevel.City));
    }

    [Fact]
    public void A_sheet_that_was_undone_counts_for_nothing_but_is_gone_on_with()
    {
        var room = Of(
            Board(
                [Town.Room(0, Stage.Returned)],
                Sheet(0, AcceptanceLevel.City, "yyn", AssessmentState.Returned, Today), Sheet(0, AcceptanceLevel.County, "yyy", AssessmentState.Undone)),
            0);
        Assert.Equal(0, room.DaysLeft);
        Assert.Null(room.LastOf(AcceptanceLevel.County));
        Assert.Equal(3, room.Continue(AcceptanceLevel.County).Verdicts.Count);
    }

    private static PointAcceptance Of(AcceptanceBoard board, int room) => board.Find(Town.RoomId(room))!;

    private static AcceptanceBoard Board(ImmutableArray<ServicePoint> rooms, params Assessment[] sheets) =>
        new(Town.Network(Town.Row(1, 1, 1, 1), [.. rooms]), sheets, Standards, Weights.Default, Today);

    private static Assessment Sheet(int room, AcceptanceLevel level, string letters, AssessmentState state, DateOnly? due = null) =>
        Sheets.Sheet(level, letters, due) with { Point = Town.RoomId(room), State = state };
}

using System.Collections.Immutable;
using Gis.Core.Network;

namespace Gis.Core.Progress;

/// <summary>A point's step from one stage to another.</summary>
/// <param name="Point">The point.</param>
/// <param name="From">Its stage before.</param>
/// <param name="To">Its stage from that day on.</param>
/// <param name="On">The day it took place, which may lie before the day it was written down.</param>
/// <param name="Entry">The number of the entry of the log it was written down in; a later entry has a greater one.</param>
public sealed record StageMove(PointId Point, Stage From, Stage To, DateOnly On, long Entry)
{
    /// <summary>The entry that this one takes back; null for one that takes none back.</summary>
    public long? Undoes { get; init; }
}

/// <summary>The stages of every point day by day.</summary>
public sealed class StageHistory
{
    private readonly ImmutableDictionary<PointId, ImmutableArray<StageMove>> moves;

    /// <summary>Orders moves by the day they took place; what was taken back never happened, nor did the taking back.</summary>
    /// <param name="moves">Moves of any points, in any order.</param>
    public StageHistory(IEnumerable<StageMove> moves)
    {
        Moves = [.. DropUndone(moves).OrderBy(move => move.On).ThenBy(move => move.Entry)];
        this.moves = Moves.GroupBy(move => move.Point).ToImmutableDictionary(group => group.Key, group => group.ToImmutableArray());
    }

    /// <summary>The moves that stand, from the earliest.</summary>
    public ImmutableArray<StageMove> Moves { get; }

    /// <summary>The moves of a point that stand, from the earliest.</summary>
    public ImmutableArray<StageMove> Of(PointId point) => moves.GetValueOrDefault(point, []);

    /// <summary>
    /// The stage of a point at the end of a day. Of a point without moves it is the one it has; before its first move it is the
    /// one it came from.
    /// </summary>
    public Stage StageOn(ServicePoint point, DateOnly day)
    {
        var own = Of(point.Id);
        return own.IsEmpty ? point.Stage : own.LastOrDefault(move => move.On <= day)?.To ?? own[0].From;
    }

    // A step that takes back the one before it and that one are both gone; where others followed, it is a step like any other.
    private static IEnumerable<StageMove> DropUndone(IEnumerable<StageMove> moves)
    {
        foreach (var own in moves.GroupBy(move => move.Point))
        {
            var (standing, takenBack) = (new List<StageMove>(), new Dictionary<long, StageMove>());
            foreach (var move in own.OrderBy(move => move.Entry))
            {
                if (move.Undoes is not { } undone)
                {
                    standing.Add(move);
                }
                else if (standing is [.., var last] && last.Entry == undone)
                {
                    standing.RemoveAt(standing.Count - 1);
                    takenBack[move.Entry] = last;
                }
                else
                {
                    standing.Add(takenBack.TryGetValue(undone, out var before) && before.To == move.To ? before : move);
                }
            }

            foreach (var move in standing)
                yield return move;
        }
    }
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Gis.Core.Network;
using Gis.Core.Progress;
using Gis.Core.Units;
using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.History;

/// <summary>The steps of points from stage to stage. They stand in the log beside the change that made them, and nowhere else.</summary>
internal static class StageMoves
{
    /// <summary>What a step is called in the log, beside the records.</summary>
    internal const string Kind = "stage-move";

    /// <summary>
    /// The steps that an edit makes. Where the stage before was illustrative the change only says how it is, not that it came
    /// about now; unless a day is given, it is no step.
    /// </summary>
    internal static IEnumerable<RecordText> ListFor(NetworkEdit edit, ImmutableArray<RecordChange> changes, long version, DateTimeOffset now)
    {
        var day = edit.On ?? ChinaTime.DayOf(now);
        foreach (var change in changes)
        {
            if (change is not { Before: ServicePoint before, After: ServicePoint after } || before.Stage == after.Stage)
                continue;
            if (edit.On is null && edit.Undoes is null && before.StageProvenance.IsIllustrative)
                continue;
            var text = JsonSerializer.Serialize(new MoveText(before.Stage.Written(), after.Stage.Written(), day));
            yield return new RecordText(Kind, $"{version.ToString(CultureInfo.InvariantCulture)}:{before.Id}", null, text);
        }
    }

    /// <summary>Every step ever made.</summary>
    internal static async Task<ImmutableArray<StageMove>> ReadAsync(GisDbContext context, CancellationToken cancellation)
    {
        var rows = await context.LogRecords.AsNoTracking().Where(row => row.Kind == Kind)
            .Join(context.Log, row => row.LogSequence, entry => entry.Sequence, (row, entry) => new { row.RecordKey, row.After, entry.Sequence, entry.UndoesSequence })
            .OrderBy(row => row.Sequence).ToListAsync(cancellation);
        return [.. rows.Select(row => Read(row.RecordKey, row.After!, row.Sequence) with { Undoes = row.UndoesSequence })];
    }

    private static StageMove Read(string key, string text, long entry)
    {
        var move = JsonSerializer.Deserialize<MoveText>(text) ?? throw new FormatException($"'{text}' is no step of a point.");
        return new StageMove(PointId.Parse(key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..]), ReadStage(move.From), ReadStage(move.To), move.On, entry);
    }

    private static Stage ReadStage(string text) => WrittenName.TryRead<Stage>(text, out var stage) ? stage : throw new FormatException($"'{text}' is no stage.");

    private sealed record MoveText(string From, string To, DateOnly On);
}

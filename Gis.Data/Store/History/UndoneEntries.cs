using Microsoft.EntityFrameworkCore;

namespace Gis.Data.Store.History;

/// <summary>The entries of the log that no longer hold. One is undone while some entry that undoes it is not undone itself.</summary>
internal static class UndoneEntries
{
    internal static async Task<HashSet<long>> ListAsync(GisDbContext context, CancellationToken cancellation)
    {
        var undone = new HashSet<long>();
        foreach (var row in await context.Log.AsNoTracking().Where(row => row.UndoesSequence != null).OrderByDescending(row => row.Sequence)
            .Select(row => new { row.Sequence, Undoes = row.UndoesSequence!.Value }).ToListAsync(cancellation))
        {
            if (!undone.Contains(row.Sequence))
                undone.Add(row.Undoes);
        }

        return undone;
    }
}
